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

    private final int hop;
    private final int half;
    private final int chunks;
    private final double[] window;
    private final double[] cos;
    private final double[] sin;
    private final double[] partCos;
    private final double[] partSin;
    private final int[] places;
    private final float[] turned;
    private final double[] values;

    /** @param size of a frame, which with the hop must {@link #fits} */
    public BlockFft(int size, int hop, Window window) {
        if (!fits(size, hop)) {
            throw new IllegalArgumentException("frames must have 2 * 4^n samples, at least 32, and the hop must divide them"
                    + " and be even, but they were %d and %d".formatted(size, hop));
        }
        this.hop = hop;
        this.half = size / 2;
        this.chunks = size / hop + LANES - 1;
        this.window = window.weights(size);
        this.cos = new double[3 * half / 4];
        this.sin = new double[3 * half / 4];
        for (int i = 0; i < cos.length; i++) {
            cos[i] = Math.cos(2 * Math.PI * i / half);
            sin[i] = -Math.sin(2 * Math.PI * i / half);
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
            places[k] = 2 * LANES * place;
        }
        this.turned = new float[hop * chunks];
        this.values = new double[2 * half * LANES];
    }

    /** Whether half a frame is a power of four and whole hops, each of an even number of samples, make a frame. */
    public static boolean fits(int size, int hop) {
        return size >= 32
                && Integer.bitCount(size) == 1
                && Integer.numberOfTrailingZeros(size) % 2 == 1
                && Integer.bitCount(hop) == 1
                && hop >= 2
                && hop <= size;
    }

    /**
     * @param samples of sixteen frames, the first at 0 and each a hop behind the one before
     * @param power receives a block of {@code size / 2 + 1} bins, see {@link BlockMath}
     */
    public void power(float[] samples, float[] power) {
        for (int lane = 0; lane < WIDTH; lane += LANES) {
            turn(samples, lane * hop);
            first();
            int quarter = half / 4;
            for (int from = 0; from < half; from += quarter) {
                for (int length = quarter; length > 4; length /= 4) {
                    pass(values, from, from + quarter, length, half / length, cos, sin);
                }
                last(values, from, from + quarter);
            }
            part(values, power, lane);
        }
    }

    /** Puts the samples side by side that are hops apart. */
    private void turn(float[] samples, int from) {
        for (int i = 0, to = 0; i < hop; i++) {
            for (int chunk = 0, at = from + i; chunk < chunks; chunk++, at += hop) {
                turned[to++] = samples[at];
            }
        }
    }

    private void first() {
        int quarter = half / 4;
        int shift = Integer.numberOfTrailingZeros(hop);
        for (int n = 0; n < quarter; n++) {
            int b = 2 * (n + quarter);
            int c = b + 2 * quarter;
            int d = c + 2 * quarter;
            first(
                    turned,
                    place(2 * n, shift),
                    place(b, shift),
                    place(c, shift),
                    place(d, shift),
                    chunks,
                    window,
                    n,
                    quarter,
                    cos,
                    sin,
                    values);
        }
    }

    private int place(int sample, int shift) {
        return (sample & hop - 1) * chunks + (sample >> shift);
    }

    private static void first(
            float[] samples,
            int a,
            int b,
            int c,
            int d,
            int next,
            double[] window,
            int n,
            int quarter,
            double[] cos,
            double[] sin,
            double[] values) {
        int w = 2 * n;
        DoubleVector ar = windowed(samples, a, window[w]);
        DoubleVector ai = windowed(samples, a + next, window[w + 1]);
        w += 2 * quarter;
        DoubleVector br = windowed(samples, b, window[w]);
        DoubleVector bi = windowed(samples, b + next, window[w + 1]);
        w += 2 * quarter;
        DoubleVector cr = windowed(samples, c, window[w]);
        DoubleVector ci = windowed(samples, c + next, window[w + 1]);
        w += 2 * quarter;
        DoubleVector dr = windowed(samples, d, window[w]);
        DoubleVector di = windowed(samples, d + next, window[w + 1]);
        DoubleVector sumR = ar.add(cr);
        DoubleVector sumI = ai.add(ci);
        DoubleVector differenceR = ar.sub(cr);
        DoubleVector differenceI = ai.sub(ci);
        DoubleVector otherSumR = br.add(dr);
        DoubleVector otherSumI = bi.add(di);
        DoubleVector otherDifferenceR = br.sub(dr);
        DoubleVector otherDifferenceI = bi.sub(di);
        int to = 2 * LANES * n;
        int step = 2 * LANES * quarter;
        sumR.add(otherSumR).intoArray(values, to);
        sumI.add(otherSumI).intoArray(values, to + LANES);
        DoubleVector xr = differenceR.add(otherDifferenceI);
        DoubleVector xi = differenceI.sub(otherDifferenceR);
        to += step;
        xr.mul(cos[n]).sub(xi.mul(sin[n])).intoArray(values, to);
        xr.mul(sin[n]).add(xi.mul(cos[n])).intoArray(values, to + LANES);
        xr = sumR.sub(otherSumR);
        xi = sumI.sub(otherSumI);
        to += step;
        xr.mul(cos[2 * n]).sub(xi.mul(sin[2 * n])).intoArray(values, to);
        xr.mul(sin[2 * n]).add(xi.mul(cos[2 * n])).intoArray(values, to + LANES);
        xr = differenceR.sub(otherDifferenceI);
        xi = differenceI.add(otherDifferenceR);
        to += step;
        xr.mul(cos[3 * n]).sub(xi.mul(sin[3 * n])).intoArray(values, to);
        xr.mul(sin[3 * n]).add(xi.mul(cos[3 * n])).intoArray(values, to + LANES);
    }

    private static DoubleVector windowed(float[] samples, int at, double weight) {
        return ((DoubleVector) FloatVector.fromArray(FLOATS, samples, at).convertShape(VectorOperators.F2D, SPECIES, 0))
                .mul(weight);
    }

    private static void pass(double[] values, int from, int to, int length, int turn, double[] cos, double[] sin) {
        int quarter = length / 4;
        int step = 2 * LANES * quarter;
        for (int n = 0; n < quarter; n++) {
            DoubleVector cos1 = DoubleVector.broadcast(SPECIES, cos[n * turn]);
            DoubleVector sin1 = DoubleVector.broadcast(SPECIES, sin[n * turn]);
            DoubleVector cos2 = DoubleVector.broadcast(SPECIES, cos[2 * n * turn]);
            DoubleVector sin2 = DoubleVector.broadcast(SPECIES, sin[2 * n * turn]);
            DoubleVector cos3 = DoubleVector.broadcast(SPECIES, cos[3 * n * turn]);
            DoubleVector sin3 = DoubleVector.broadcast(SPECIES, sin[3 * n * turn]);
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

    private void part(double[] values, float[] power, int lane) {
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
