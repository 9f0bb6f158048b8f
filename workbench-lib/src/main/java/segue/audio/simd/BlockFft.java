package segue.audio.simd;

import static segue.audio.simd.DoubleLanes.FLOATS;
import static segue.audio.simd.DoubleLanes.SPECIES;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import segue.audio.spectrum.Window;

/**
 * Power spectra of sixteen frames at a time, each in a lane of its own, so that no value ever moves from lane to lane: in
 * double precision, rounded to single at the end, as librosa has it. As in {@link PreciseFft} pairs of samples are taken as
 * complex numbers, and the result is parted; between, radix 4 in place, decimated in frequency: the first pass over all
 * values, then quarter by quarter, each of which the nearest cache holds. Results come in the order of reversed digits.
 *
 * <p>W. M. Gentleman, G. Sande, "Fast Fourier transforms for fun and profit" (1966).
 */
public final class BlockFft {
    private static final int LANES = DoubleLanes.COUNT;
    private static final int WIDTH = BlockMath.WIDTH;
    /** Values between quarters, which so do not fall to the same few places of a cache. */
    private static final int GAP = 3;

    private final int hop;
    private final int half;
    private final int chunks;
    private final double[] window;
    /** By pass: cosine and sine of a root, of its square and of its cube, value by value. */
    private final double[][] roots;

    private final double[] partCos;
    private final double[] partSin;
    private final int[] places;
    private final float[] turned;
    private final double[] values;

    /** @param size of a frame, which with the hop must {@link #fits} */
    public BlockFft(int size, int hop, Window window) {
        if (!fits(size, hop)) {
            throw new IllegalArgumentException(
                    "frames must have 2 * 4^n samples, at least 32, and the hop must divide a quarter"
                            + " of them and be even, but they were %d and %d".formatted(size, hop));
        }
        this.hop = hop;
        this.half = size / 2;
        this.chunks = size / hop + WIDTH - 1;
        this.window = window.weights(size);
        this.roots = new double[Integer.numberOfTrailingZeros(half) / 2][];
        for (int pass = 0, length = half; pass < roots.length; pass++, length /= 4) {
            roots[pass] = roots(length);
        }
        this.partCos = new double[half / 2 + 1];
        this.partSin = new double[half / 2 + 1];
        for (int k = 0; k <= half / 2; k++) {
            partCos[k] = Math.cos(2 * Math.PI * k / size);
            partSin[k] = -Math.sin(2 * Math.PI * k / size);
        }
        this.places = new int[half];
        for (int k = 0; k < half; k++) {
            int place = 0;
            for (int digits = half, rest = k; digits > 1; digits /= 4, rest /= 4) {
                place = place * 4 + rest % 4;
            }
            places[k] = 2 * LANES * (place + place / (half / 4) * GAP);
        }
        this.turned = new float[hop * chunks];
        this.values = new double[2 * LANES * (half + 3 * GAP)];
    }

    private static double[] roots(int length) {
        double[] roots = new double[6 * length / 4];
        for (int n = 0; n < length / 4; n++) {
            for (int times = 1; times <= 3; times++) {
                double angle = -2 * Math.PI * n * times / length;
                roots[6 * n + 2 * times - 2] = Math.cos(angle);
                roots[6 * n + 2 * times - 1] = Math.sin(angle);
            }
        }
        return roots;
    }

    /** Whether half a frame is a power of four and whole hops, each of an even number of samples, make a quarter. */
    public static boolean fits(int size, int hop) {
        return size >= 32
                && Integer.bitCount(size) == 1
                && Integer.numberOfTrailingZeros(size) % 2 == 1
                && Integer.bitCount(hop) == 1
                && hop >= 2
                && hop <= size / 4;
    }

    /**
     * @param samples of sixteen frames, the first at 0 and each a hop behind the one before
     * @param power receives a block of {@code size / 2 + 1} bins, see {@link BlockMath}
     */
    public void power(float[] samples, float[] power) {
        turn(samples, hop, chunks, turned);
        for (int lane = 0; lane < WIDTH; lane += LANES) {
            first(lane);
            int quarter = half / 4;
            for (int q = 0; q < 4; q++) {
                int from = q * (quarter + GAP);
                int length = quarter;
                for (int pass = 1; length > 4; pass++, length /= 4) {
                    if (length > 16) {
                        for (int at = from; at < from + quarter; at += length) {
                            pass(values, 2 * LANES * at, length / 4, roots[pass]);
                        }
                    } else {
                        sixteens(values, from, from + quarter, roots[pass]);
                    }
                }
                last(values, from, from + quarter);
            }
            part(values, power, lane, places, partCos, partSin);
        }
    }

    /** Puts the samples side by side that are hops apart. */
    private static void turn(float[] samples, int hop, int chunks, float[] turned) {
        for (int chunk = 0; chunk < chunks; chunk++) {
            int at = chunk * hop;
            for (int i = 0, to = chunk; i < hop; i++, to += chunks) {
                turned[to] = samples[at + i];
            }
        }
    }

    /** The first pass, whose values lie a quarter apart; for each hop of a quarter. */
    private void first(int lane) {
        int hops = half / 2 / hop;
        for (int h = 0; h < hops; h++) {
            first(turned, lane + h, chunks, hops, window, h * hop / 2, hop / 2, half / 4, roots[0], values);
        }
    }

    /**
     * @param from where the first sample of all frames is in {@code samples}
     * @param next how far the next one is
     * @param far how far the one is that comes a quarter later
     * @param start the first value
     * @param count of values
     */
    private static void first(
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
            int step = 2 * LANES * (quarter + GAP);
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

    private static void pass(double[] values, int from, int quarter, double[] roots) {
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
    private static void sixteens(double[] values, int from, int to, double[] roots) {
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
    private static void last(double[] values, int from, int to) {
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

    private static void part(
            double[] values, float[] power, int lane, int[] places, double[] partCos, double[] partSin) {
        int half = places.length;
        for (int k = 1; k <= half / 2; k++) {
            int a = places[k];
            int b = places[half - k];
            DoubleVector ar = DoubleVector.fromArray(SPECIES, values, a);
            DoubleVector ai = DoubleVector.fromArray(SPECIES, values, a + LANES);
            DoubleVector br = DoubleVector.fromArray(SPECIES, values, b);
            DoubleVector bi = DoubleVector.fromArray(SPECIES, values, b + LANES);
            DoubleVector cos = DoubleVector.broadcast(SPECIES, partCos[k]);
            DoubleVector sin = DoubleVector.broadcast(SPECIES, partSin[k]);
            DoubleVector evenRe = ar.add(br);
            DoubleVector evenIm = ai.sub(bi);
            DoubleVector oddRe = ai.add(bi);
            DoubleVector oddIm = br.sub(ar);
            DoubleVector turnedRe = cos.mul(oddRe).sub(sin.mul(oddIm));
            DoubleVector turnedIm = cos.fma(oddIm, sin.mul(oddRe));
            DoubleVector xr = evenRe.add(turnedRe);
            DoubleVector xi = evenIm.add(turnedIm);
            xr.fma(xr, xi.mul(xi))
                    .mul(.25)
                    .convertShape(VectorOperators.D2F, FLOATS, 0)
                    .reinterpretAsFloats()
                    .intoArray(power, k * WIDTH + lane);
            xr = evenRe.sub(turnedRe);
            xi = evenIm.sub(turnedIm);
            xr.fma(xr, xi.mul(xi))
                    .mul(.25)
                    .convertShape(VectorOperators.D2F, FLOATS, 0)
                    .reinterpretAsFloats()
                    .intoArray(power, (half - k) * WIDTH + lane);
        }
        for (int i = 0; i < LANES; i++) {
            double sum = values[i] + values[LANES + i];
            double difference = values[i] - values[LANES + i];
            power[lane + i] = (float) (sum * sum);
            power[half * WIDTH + lane + i] = (float) (difference * difference);
        }
    }
}
