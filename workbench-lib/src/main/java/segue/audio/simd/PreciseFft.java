package segue.audio.simd;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import segue.audio.spectrum.RealFft;
import segue.audio.spectrum.Window;

/**
 * The transform on vectors of double precision: pairs of samples are taken as complex numbers, {@code size / 2} of them are transformed in
 * place of {@code size} real ones, and the result is parted. Stockham's method by radix 4 keeps the order of values, so
 * every pass reads and writes neighbours.
 *
 * <p>Only the result is rounded to single precision. Cooley, Tukey (1965); Stockham (1966); for the parting Numerical Recipes, section 12.3.
 */
public final class PreciseFft implements RealFft {
    private static final int LANES = DoubleLanes.COUNT;
    private static final VectorShuffle<Double> REVERSED =
            VectorShuffle.fromOp(DoubleLanes.SPECIES, lane -> DoubleLanes.COUNT - 1 - lane);
    /** One entry for every power of two that was asked for. */
    private static final Map<Integer, PreciseTables> TABLES = new ConcurrentHashMap<>();

    private final int size;
    private final int half;
    private final PreciseTables tables;
    private final double[] window;
    private final double[] re;
    private final double[] im;
    private final double[] otherRe;
    private final double[] otherIm;

    /** @param size a power of two that {@link #fits} */
    public PreciseFft(int size, Window window) {
        if (!fits(size) || Integer.bitCount(size) != 1) {
            throw new IllegalArgumentException(
                    "the FFT size must be a power of two that fills vectors of %d doubles, at least four, but was %d"
                            .formatted(LANES, size));
        }
        this.size = size;
        this.half = size / 2;
        this.tables = TABLES.computeIfAbsent(size, PreciseTables::new);
        this.window = window.weights(size);
        this.re = new double[half];
        this.im = new double[half];
        this.otherRe = new double[half];
        this.otherIm = new double[half];
    }

    /** Whether vectors hold at least four doubles and the transform fills them. */
    public static boolean fits(int size) {
        return LANES >= 4 && size >= 8 * LANES;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void power(float[] samples, int at, float[] power, int to) {
        boolean other = transform(samples, at);
        partIntoPower(other ? otherRe : re, other ? otherIm : im, power, to);
    }

    @Override
    public void spectrum(float[] samples, int at, float[] toRe, float[] toIm, int to) {
        boolean other = transform(samples, at);
        part(other ? otherRe : re, other ? otherIm : im, toRe, toIm, to);
    }

    /** Whether the result lies in the other pair of arrays. */
    private boolean transform(float[] samples, int at) {
        PreciseWeave.load(samples, at, window, re, im);
        boolean other = false;
        int left = half;
        for (int stride = 1; left > 1; stride *= 4) {
            double[] fromRe = other ? otherRe : re;
            double[] fromIm = other ? otherIm : im;
            double[] toRe = other ? re : otherRe;
            double[] toIm = other ? im : otherIm;
            if (left == 2) {
                PrecisePasses.lastByTwo(fromRe, fromIm, toRe, toIm);
            } else if (left == 4) {
                PrecisePasses.lastByFour(fromRe, fromIm, toRe, toIm);
            } else if (stride == 1) {
                PrecisePasses.narrow(fromRe, fromIm, tables.first);
                PreciseWeave.byOne(fromRe, toRe);
                PreciseWeave.byOne(fromIm, toIm);
            } else if (stride < LANES) {
                PrecisePasses.narrow(fromRe, fromIm, tables.narrow);
                PreciseWeave.byFour(fromRe, toRe);
                PreciseWeave.byFour(fromIm, toIm);
            } else {
                PrecisePasses.wide(fromRe, fromIm, toRe, toIm, stride, tables);
            }
            other = !other;
            left /= 4;
        }
        return other;
    }

    private void partIntoPower(double[] zr, double[] zi, float[] power, int to) {
        double[] cos = tables.partCos;
        double[] sin = tables.partSin;
        for (int k = 1; k <= half / 2; k += LANES) {
            int back = half - k - LANES + 1;
            DoubleVector ar = DoubleVector.fromArray(DoubleLanes.SPECIES, zr, k);
            DoubleVector ai = DoubleVector.fromArray(DoubleLanes.SPECIES, zi, k);
            DoubleVector br =
                    DoubleVector.fromArray(DoubleLanes.SPECIES, zr, back).rearrange(REVERSED);
            DoubleVector bi =
                    DoubleVector.fromArray(DoubleLanes.SPECIES, zi, back).rearrange(REVERSED);
            DoubleVector c = DoubleVector.fromArray(DoubleLanes.SPECIES, cos, k);
            DoubleVector s = DoubleVector.fromArray(DoubleLanes.SPECIES, sin, k);
            DoubleVector evenRe = ar.add(br);
            DoubleVector evenIm = ai.sub(bi);
            DoubleVector oddRe = ai.add(bi);
            DoubleVector oddIm = br.sub(ar);
            DoubleVector turnedRe = c.mul(oddRe).sub(s.mul(oddIm));
            DoubleVector turnedIm = c.fma(oddIm, s.mul(oddRe));
            DoubleVector xr = evenRe.add(turnedRe);
            DoubleVector xi = evenIm.add(turnedIm);
            xr.fma(xr, xi.mul(xi))
                    .mul(.25)
                    .convertShape(VectorOperators.D2F, DoubleLanes.FLOATS, 0)
                    .reinterpretAsFloats()
                    .intoArray(power, to + k);
            xr = evenRe.sub(turnedRe);
            xi = evenIm.sub(turnedIm);
            xr.fma(xr, xi.mul(xi))
                    .mul(.25)
                    .rearrange(REVERSED)
                    .convertShape(VectorOperators.D2F, DoubleLanes.FLOATS, 0)
                    .reinterpretAsFloats()
                    .intoArray(power, to + back);
        }
        double first = zr[0] + zi[0];
        double last = zr[0] - zi[0];
        power[to] = (float) (first * first);
        power[to + half] = (float) (last * last);
    }

    private void part(double[] zr, double[] zi, float[] toRe, float[] toIm, int to) {
        for (int k = 1; k <= half / 2; k++) {
            double evenRe = .5 * (zr[k] + zr[half - k]);
            double evenIm = .5 * (zi[k] - zi[half - k]);
            double oddRe = .5 * (zi[k] + zi[half - k]);
            double oddIm = .5 * (zr[half - k] - zr[k]);
            double turnedRe = tables.partCos[k] * oddRe - tables.partSin[k] * oddIm;
            double turnedIm = tables.partCos[k] * oddIm + tables.partSin[k] * oddRe;
            toRe[to + k] = (float) (evenRe + turnedRe);
            toIm[to + k] = (float) (evenIm + turnedIm);
            toRe[to + half - k] = (float) (evenRe - turnedRe);
            toIm[to + half - k] = (float) (turnedIm - evenIm);
        }
        toRe[to] = (float) (zr[0] + zi[0]);
        toIm[to] = 0;
        toRe[to + half] = (float) (zr[0] - zi[0]);
        toIm[to + half] = 0;
    }
}
