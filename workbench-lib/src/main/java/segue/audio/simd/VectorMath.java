package segue.audio.simd;

import static segue.audio.simd.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import segue.audio.spectrum.SpectrumMath;

/** Sums on vectors, in single precision within a lane. */
public final class VectorMath implements SpectrumMath {
    private static final int LANES = Lanes.COUNT;

    @Override
    public double sumOfSquares(float[] values, int from, int to) {
        FloatVector sum0 = FloatVector.zero(SPECIES);
        FloatVector sum1 = sum0;
        int i = from;
        for (; i <= to - 2 * LANES; i += 2 * LANES) {
            FloatVector a = FloatVector.fromArray(SPECIES, values, i);
            FloatVector b = FloatVector.fromArray(SPECIES, values, i + LANES);
            sum0 = a.fma(a, sum0);
            sum1 = b.fma(b, sum1);
        }
        double sum = Lanes.sum(sum0.add(sum1));
        for (; i < to; i++) {
            sum += (double) values[i] * values[i];
        }
        return sum;
    }

    @Override
    public int signChanges(float[] samples, int from, int to) {
        int changes = 0;
        int i = from + 1;
        for (; i <= to - LANES; i += LANES) {
            changes += FloatVector.fromArray(SPECIES, samples, i)
                    .compare(VectorOperators.LT, -LEAST_SAMPLE)
                    .xor(FloatVector.fromArray(SPECIES, samples, i - 1).compare(VectorOperators.LT, -LEAST_SAMPLE))
                    .trueCount();
        }
        for (; i < to; i++) {
            changes += samples[i - 1] < -LEAST_SAMPLE != samples[i] < -LEAST_SAMPLE ? 1 : 0;
        }
        return changes;
    }

    @Override
    public void decibels(float[] power, int from, int count, float[] out, int to) {
        int i = 0;
        for (; i <= count - LANES; i += LANES) {
            Logarithm.decibels(FloatVector.fromArray(SPECIES, power, from + i).max(LEAST_POWER))
                    .intoArray(out, to + i);
        }
        for (; i < count; i++) {
            out[to + i] = (float) (10 * Math.log10(Math.max(LEAST_POWER, power[from + i])));
        }
    }

    @Override
    public void weightedSums(
            float[] values, int from, float[] weights, int[] starts, int[] offsets, float[] out, int to) {
        for (int row = 0; row < starts.length; row++) {
            int at = offsets[row];
            int end = offsets[row + 1];
            int shift = from + starts[row] - at;
            FloatVector sums = FloatVector.zero(SPECIES);
            for (; at <= end - LANES; at += LANES) {
                sums = FloatVector.fromArray(SPECIES, values, shift + at)
                        .fma(FloatVector.fromArray(SPECIES, weights, at), sums);
            }
            float sum = Lanes.sum(sums);
            for (; at < end; at++) {
                sum += weights[at] * values[shift + at];
            }
            out[to + row] = sum;
        }
    }
}
