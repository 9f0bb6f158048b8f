package segue.audio.simd;

import static segue.audio.simd.DoubleLanes.FLOATS;
import static segue.audio.simd.DoubleLanes.SPECIES;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * The passes of {@link BlockFft}, in place. A value is the real parts of all frames and behind them the imaginary ones. Each
 * pass takes values a quarter of its length apart and turns what it makes of them, by a root, its square and its cube.
 */
final class BlockPasses {
    private static final int LANES = DoubleLanes.COUNT;

    private BlockPasses() {}

    /**
     * The first pass, of samples.
     *
     * @param from where the first sample of all frames is in {@code samples}
     * @param next how far the next one is
     * @param far how far the one is that comes a quarter later
     * @param start the first value
     * @param count of values
     */
    static void first(
            float[] samples,
            int from,
            int next,
            int far,
            double[] window,
            int start,
            int count,
            int quarter,
            double[] first,
            double[] values) {
        for (int i = 0; i < count; i++) {
            int n = start + i;
            int at = from + 2 * i * next;
            DoubleVector ar = sample(samples, at, window[2 * n]);
            DoubleVector br = sample(samples, at + far, window[2 * n + 2 * quarter]);
            DoubleVector cr = sample(samples, at + 2 * far, window[2 * n + 4 * quarter]);
            DoubleVector dr = sample(samples, at + 3 * far, window[2 * n + 6 * quarter]);
            at += next;
            DoubleVector ai = sample(samples, at, window[2 * n + 1]);
            DoubleVector bi = sample(samples, at + far, window[2 * n + 2 * quarter + 1]);
            DoubleVector ci = sample(samples, at + 2 * far, window[2 * n + 4 * quarter + 1]);
            DoubleVector di = sample(samples, at + 3 * far, window[2 * n + 6 * quarter + 1]);
            DoubleVector sumR = ar.add(cr);
            DoubleVector sumI = ai.add(ci);
            DoubleVector differenceR = ar.sub(cr);
            DoubleVector differenceI = ai.sub(ci);
            DoubleVector otherSumR = br.add(dr);
            DoubleVector otherSumI = bi.add(di);
            DoubleVector otherDifferenceR = br.sub(dr);
            DoubleVector otherDifferenceI = bi.sub(di);
            int to = 2 * LANES * n;
            int step = 2 * LANES * (quarter + BlockFft.GAP);
            sumR.add(otherSumR).intoArray(values, to);
            sumI.add(otherSumI).intoArray(values, to + LANES);
            to += step;
            DoubleVector xr = differenceR.add(otherDifferenceI);
            DoubleVector xi = differenceI.sub(otherDifferenceR);
            xr.mul(first[6 * n]).sub(xi.mul(first[6 * n + 1])).intoArray(values, to);
            xr.mul(first[6 * n + 1]).add(xi.mul(first[6 * n])).intoArray(values, to + LANES);
            to += step;
            xr = sumR.sub(otherSumR);
            xi = sumI.sub(otherSumI);
            xr.mul(first[6 * n + 2]).sub(xi.mul(first[6 * n + 3])).intoArray(values, to);
            xr.mul(first[6 * n + 3]).add(xi.mul(first[6 * n + 2])).intoArray(values, to + LANES);
            to += step;
            xr = differenceR.sub(otherDifferenceI);
            xi = differenceI.add(otherDifferenceR);
            xr.mul(first[6 * n + 4]).sub(xi.mul(first[6 * n + 5])).intoArray(values, to);
            xr.mul(first[6 * n + 5]).add(xi.mul(first[6 * n + 4])).intoArray(values, to + LANES);
        }
    }

    /** One sample of all frames. */
    private static DoubleVector sample(float[] samples, int at, double weight) {
        return ((DoubleVector) FloatVector.fromArray(FLOATS, samples, at).convertShape(VectorOperators.F2D, SPECIES, 0))
                .mul(DoubleVector.broadcast(SPECIES, weight));
    }

    /** A pass over values that come one after the other: each has roots of its own. */
    static void pass(double[] values, int from, int quarter, double[] roots) {
        int step = 2 * LANES * quarter;
        for (int n = 0; n < quarter; n++) {
            DoubleVector cos1 = DoubleVector.broadcast(SPECIES, roots[6 * n]);
            DoubleVector sin1 = DoubleVector.broadcast(SPECIES, roots[6 * n + 1]);
            DoubleVector cos2 = DoubleVector.broadcast(SPECIES, roots[6 * n + 2]);
            DoubleVector sin2 = DoubleVector.broadcast(SPECIES, roots[6 * n + 3]);
            DoubleVector cos3 = DoubleVector.broadcast(SPECIES, roots[6 * n + 4]);
            DoubleVector sin3 = DoubleVector.broadcast(SPECIES, roots[6 * n + 5]);
            int a = from + 2 * LANES * n;
            int b = a + step;
            int c = b + step;
            int d = c + step;
            DoubleVector ar = DoubleVector.fromArray(SPECIES, values, a);
            DoubleVector ai = DoubleVector.fromArray(SPECIES, values, a + LANES);
            DoubleVector br = DoubleVector.fromArray(SPECIES, values, b);
            DoubleVector bi = DoubleVector.fromArray(SPECIES, values, b + LANES);
            DoubleVector cr = DoubleVector.fromArray(SPECIES, values, c);
            DoubleVector ci = DoubleVector.fromArray(SPECIES, values, c + LANES);
            DoubleVector dr = DoubleVector.fromArray(SPECIES, values, d);
            DoubleVector di = DoubleVector.fromArray(SPECIES, values, d + LANES);
            DoubleVector sumR = ar.add(cr);
            DoubleVector sumI = ai.add(ci);
            DoubleVector differenceR = ar.sub(cr);
            DoubleVector differenceI = ai.sub(ci);
            DoubleVector otherSumR = br.add(dr);
            DoubleVector otherSumI = bi.add(di);
            DoubleVector otherDifferenceR = br.sub(dr);
            DoubleVector otherDifferenceI = bi.sub(di);
            sumR.add(otherSumR).intoArray(values, a);
            sumI.add(otherSumI).intoArray(values, a + LANES);
            DoubleVector xr = differenceR.add(otherDifferenceI);
            DoubleVector xi = differenceI.sub(otherDifferenceR);
            xr.mul(cos1).sub(xi.mul(sin1)).intoArray(values, b);
            xr.fma(sin1, xi.mul(cos1)).intoArray(values, b + LANES);
            xr = sumR.sub(otherSumR);
            xi = sumI.sub(otherSumI);
            xr.mul(cos2).sub(xi.mul(sin2)).intoArray(values, c);
            xr.fma(sin2, xi.mul(cos2)).intoArray(values, c + LANES);
            xr = differenceR.sub(otherDifferenceI);
            xi = differenceI.add(otherDifferenceR);
            xr.mul(cos3).sub(xi.mul(sin3)).intoArray(values, d);
            xr.fma(sin3, xi.mul(cos3)).intoArray(values, d + LANES);
        }
    }

    /** The pass before the last: one root for many values. */
    static void sixteens(double[] values, int from, int to, double[] roots) {
        int step = 8 * LANES;
        for (int n = 0; n < 4; n++) {
            DoubleVector cos1 = DoubleVector.broadcast(SPECIES, roots[6 * n]);
            DoubleVector sin1 = DoubleVector.broadcast(SPECIES, roots[6 * n + 1]);
            DoubleVector cos2 = DoubleVector.broadcast(SPECIES, roots[6 * n + 2]);
            DoubleVector sin2 = DoubleVector.broadcast(SPECIES, roots[6 * n + 3]);
            DoubleVector cos3 = DoubleVector.broadcast(SPECIES, roots[6 * n + 4]);
            DoubleVector sin3 = DoubleVector.broadcast(SPECIES, roots[6 * n + 5]);
            for (int a = 2 * LANES * (from + n); a < 2 * LANES * to; a += 4 * step) {
                int b = a + step;
                int c = b + step;
                int d = c + step;
                DoubleVector ar = DoubleVector.fromArray(SPECIES, values, a);
                DoubleVector ai = DoubleVector.fromArray(SPECIES, values, a + LANES);
                DoubleVector br = DoubleVector.fromArray(SPECIES, values, b);
                DoubleVector bi = DoubleVector.fromArray(SPECIES, values, b + LANES);
                DoubleVector cr = DoubleVector.fromArray(SPECIES, values, c);
                DoubleVector ci = DoubleVector.fromArray(SPECIES, values, c + LANES);
                DoubleVector dr = DoubleVector.fromArray(SPECIES, values, d);
                DoubleVector di = DoubleVector.fromArray(SPECIES, values, d + LANES);
                DoubleVector sumR = ar.add(cr);
                DoubleVector sumI = ai.add(ci);
                DoubleVector differenceR = ar.sub(cr);
                DoubleVector differenceI = ai.sub(ci);
                DoubleVector otherSumR = br.add(dr);
                DoubleVector otherSumI = bi.add(di);
                DoubleVector otherDifferenceR = br.sub(dr);
                DoubleVector otherDifferenceI = bi.sub(di);
                sumR.add(otherSumR).intoArray(values, a);
                sumI.add(otherSumI).intoArray(values, a + LANES);
                DoubleVector xr = differenceR.add(otherDifferenceI);
                DoubleVector xi = differenceI.sub(otherDifferenceR);
                xr.mul(cos1).sub(xi.mul(sin1)).intoArray(values, b);
                xr.fma(sin1, xi.mul(cos1)).intoArray(values, b + LANES);
                xr = sumR.sub(otherSumR);
                xi = sumI.sub(otherSumI);
                xr.mul(cos2).sub(xi.mul(sin2)).intoArray(values, c);
                xr.fma(sin2, xi.mul(cos2)).intoArray(values, c + LANES);
                xr = differenceR.sub(otherDifferenceI);
                xi = differenceI.add(otherDifferenceR);
                xr.mul(cos3).sub(xi.mul(sin3)).intoArray(values, d);
                xr.fma(sin3, xi.mul(cos3)).intoArray(values, d + LANES);
            }
        }
    }

    /** The last pass, which has nothing to turn. */
    static void last(double[] values, int from, int to) {
        for (int a = 2 * LANES * from; a < 2 * LANES * to; a += 8 * LANES) {
            DoubleVector ar = DoubleVector.fromArray(SPECIES, values, a);
            DoubleVector ai = DoubleVector.fromArray(SPECIES, values, a + LANES);
            DoubleVector br = DoubleVector.fromArray(SPECIES, values, a + 2 * LANES);
            DoubleVector bi = DoubleVector.fromArray(SPECIES, values, a + 3 * LANES);
            DoubleVector cr = DoubleVector.fromArray(SPECIES, values, a + 4 * LANES);
            DoubleVector ci = DoubleVector.fromArray(SPECIES, values, a + 5 * LANES);
            DoubleVector dr = DoubleVector.fromArray(SPECIES, values, a + 6 * LANES);
            DoubleVector di = DoubleVector.fromArray(SPECIES, values, a + 7 * LANES);
            DoubleVector sumR = ar.add(cr);
            DoubleVector sumI = ai.add(ci);
            DoubleVector differenceR = ar.sub(cr);
            DoubleVector differenceI = ai.sub(ci);
            DoubleVector otherSumR = br.add(dr);
            DoubleVector otherSumI = bi.add(di);
            DoubleVector otherDifferenceR = br.sub(dr);
            DoubleVector otherDifferenceI = bi.sub(di);
            sumR.add(otherSumR).intoArray(values, a);
            sumI.add(otherSumI).intoArray(values, a + LANES);
            differenceR.add(otherDifferenceI).intoArray(values, a + 2 * LANES);
            differenceI.sub(otherDifferenceR).intoArray(values, a + 3 * LANES);
            sumR.sub(otherSumR).intoArray(values, a + 4 * LANES);
            sumI.sub(otherSumI).intoArray(values, a + 5 * LANES);
            differenceR.sub(otherDifferenceI).intoArray(values, a + 6 * LANES);
            differenceI.add(otherDifferenceR).intoArray(values, a + 7 * LANES);
        }
    }
}
