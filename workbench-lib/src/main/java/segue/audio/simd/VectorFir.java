package segue.audio.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import segue.audio.resample.Fir;

/** {@link Fir} with the Vector API: four sums at a time, so that each tap is loaded once for all of them. */
public final class VectorFir implements Fir {
    private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;
    private static final int COUNT = LANES.length();

    @Override
    public float sum(float[] samples, int at, float[] taps, int row, int count) {
        FloatVector sum = FloatVector.zero(LANES);
        for (int k = 0; k < count; k += COUNT) {
            sum = FloatVector.fromArray(LANES, samples, at + k).fma(FloatVector.fromArray(LANES, taps, row + k), sum);
        }
        return Lanes.sum(sum);
    }

    @Override
    public void sums(
            float[] samples, int at, int step, float[] taps, int row, int count, float[] into, int to, int stride) {
        FloatVector a = FloatVector.zero(LANES);
        FloatVector b = a;
        FloatVector c = a;
        FloatVector d = a;
        for (int k = 0; k < count; k += COUNT) {
            FloatVector tap = FloatVector.fromArray(LANES, taps, row + k);
            a = FloatVector.fromArray(LANES, samples, at + k).fma(tap, a);
            b = FloatVector.fromArray(LANES, samples, at + step + k).fma(tap, b);
            c = FloatVector.fromArray(LANES, samples, at + 2 * step + k).fma(tap, c);
            d = FloatVector.fromArray(LANES, samples, at + 3 * step + k).fma(tap, d);
        }
        into[to] = Lanes.sum(a);
        into[to + stride] = Lanes.sum(b);
        into[to + 2 * stride] = Lanes.sum(c);
        into[to + 3 * stride] = Lanes.sum(d);
    }
}
