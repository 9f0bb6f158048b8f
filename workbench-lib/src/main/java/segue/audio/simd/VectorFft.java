package segue.audio.simd;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShuffle;
import segue.audio.spectrum.RealFft;
import segue.audio.spectrum.Window;

/**
 * The transform on vectors of single precision: pairs of samples are taken as complex numbers, {@code size / 2} of them are transformed in
 * place of {@code size} real ones, and the result is parted. Stockham's method by radix 4 keeps the order of values, so
 * every pass reads and writes neighbours.
 *
 * <p>What rounding adds is about 1e-7 of the whole spectrum in every bin. Cooley, Tukey (1965); Stockham (1966); for the parting Numerical Recipes, section 12.3.
 */
public final class VectorFft implements RealFft {
    private static final int LANES = Lanes.COUNT;
    private static final VectorShuffle<Float> REVERSED =
            VectorShuffle.fromOp(Lanes.SPECIES, lane -> Lanes.COUNT - 1 - lane);
    /** One entry for every power of two that was asked for. */
    private static final Map<Integer, FftTables> TABLES = new ConcurrentHashMap<>();

    private final int size;
    private final int half;
    private final FftTables tables;
    private final float[] window;
    private final float[] re;
    private final float[] im;
    private final float[] otherRe;
    private final float[] otherIm;

    /** @param size a power of two, at least {@link #leastSize()} */
    public VectorFft(int size, Window window) {
        if (size < leastSize() || Integer.bitCount(size) != 1) {
            throw new IllegalArgumentException(
                    "the FFT size must be a power of two from %d on but was %d".formatted(leastSize(), size));
        }
        this.size = size;
        this.half = size / 2;
        this.tables = TABLES.computeIfAbsent(size, FftTables::new);
        this.window = floats(window.weights(size));
        this.re = new float[half];
        this.im = new float[half];
        this.otherRe = new float[half];
        this.otherIm = new float[half];
    }

    private static float[] floats(double[] values) {
        float[] out = new float[values.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (float) values[i];
        }
        return out;
    }

    /** Shorter transforms do not fill vectors. */
    public static int leastSize() {
        return 8 * LANES;
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
        Weave.load(samples, at, window, re, im);
        boolean other = false;
        int left = half;
        for (int stride = 1; left > 1; stride *= 4) {
            float[] fromRe = other ? otherRe : re;
            float[] fromIm = other ? otherIm : im;
            float[] toRe = other ? re : otherRe;
            float[] toIm = other ? im : otherIm;
            if (left == 2) {
                FftPasses.lastByTwo(fromRe, fromIm, toRe, toIm);
            } else if (left == 4) {
                FftPasses.lastByFour(fromRe, fromIm, toRe, toIm);
            } else if (stride == 1) {
                FftPasses.narrow(fromRe, fromIm, tables.first);
                Weave.byOne(fromRe, toRe);
                Weave.byOne(fromIm, toIm);
            } else if (stride < LANES) {
                FftPasses.narrow(fromRe, fromIm, tables.narrow);
                Weave.byFour(fromRe, toRe);
                Weave.byFour(fromIm, toIm);
            } else {
                FftPasses.wide(fromRe, fromIm, toRe, toIm, stride, tables);
            }
            other = !other;
            left /= 4;
        }
        return other;
    }

    private void partIntoPower(float[] zr, float[] zi, float[] power, int to) {
        float[] cos = tables.partCos;
        float[] sin = tables.partSin;
        for (int k = 1; k <= half / 2; k += LANES) {
            int back = half - k - LANES + 1;
            FloatVector ar = FloatVector.fromArray(Lanes.SPECIES, zr, k);
            FloatVector ai = FloatVector.fromArray(Lanes.SPECIES, zi, k);
            FloatVector br = FloatVector.fromArray(Lanes.SPECIES, zr, back).rearrange(REVERSED);
            FloatVector bi = FloatVector.fromArray(Lanes.SPECIES, zi, back).rearrange(REVERSED);
            FloatVector c = FloatVector.fromArray(Lanes.SPECIES, cos, k);
            FloatVector s = FloatVector.fromArray(Lanes.SPECIES, sin, k);
            FloatVector evenRe = ar.add(br);
            FloatVector evenIm = ai.sub(bi);
            FloatVector oddRe = ai.add(bi);
            FloatVector oddIm = br.sub(ar);
            FloatVector turnedRe = c.mul(oddRe).sub(s.mul(oddIm));
            FloatVector turnedIm = c.fma(oddIm, s.mul(oddRe));
            FloatVector xr = evenRe.add(turnedRe);
            FloatVector xi = evenIm.add(turnedIm);
            xr.fma(xr, xi.mul(xi)).mul(.25f).intoArray(power, to + k);
            xr = evenRe.sub(turnedRe);
            xi = evenIm.sub(turnedIm);
            xr.fma(xr, xi.mul(xi)).mul(.25f).rearrange(REVERSED).intoArray(power, to + back);
        }
        float first = zr[0] + zi[0];
        float last = zr[0] - zi[0];
        power[to] = first * first;
        power[to + half] = last * last;
    }

    private void part(float[] zr, float[] zi, float[] toRe, float[] toIm, int to) {
        for (int k = 1; k <= half / 2; k++) {
            float evenRe = .5f * (zr[k] + zr[half - k]);
            float evenIm = .5f * (zi[k] - zi[half - k]);
            float oddRe = .5f * (zi[k] + zi[half - k]);
            float oddIm = .5f * (zr[half - k] - zr[k]);
            float turnedRe = tables.partCos[k] * oddRe - tables.partSin[k] * oddIm;
            float turnedIm = tables.partCos[k] * oddIm + tables.partSin[k] * oddRe;
            toRe[to + k] = evenRe + turnedRe;
            toIm[to + k] = evenIm + turnedIm;
            toRe[to + half - k] = evenRe - turnedRe;
            toIm[to + half - k] = turnedIm - evenIm;
        }
        toRe[to] = zr[0] + zi[0];
        toIm[to] = 0;
        toRe[to + half] = zr[0] - zi[0];
        toIm[to + half] = 0;
    }
}
