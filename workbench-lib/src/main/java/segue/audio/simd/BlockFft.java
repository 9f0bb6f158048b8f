package segue.audio.simd;

import static segue.audio.simd.DoubleLanes.FLOATS;
import static segue.audio.simd.DoubleLanes.SPECIES;

import jdk.incubator.vector.DoubleVector;
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
    static final int GAP = 3;

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
                            BlockPasses.pass(values, 2 * LANES * at, length / 4, roots[pass]);
                        }
                    } else {
                        BlockPasses.sixteens(values, from, from + quarter, roots[pass]);
                    }
                }
                BlockPasses.last(values, from, from + quarter);
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
            BlockPasses.first(turned, lane + h, chunks, hops, window, h * hop / 2, hop / 2, half / 4, roots[0], values);
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
