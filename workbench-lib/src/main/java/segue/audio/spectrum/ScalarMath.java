package segue.audio.spectrum;

/** Sums as they are written down, in double precision. */
final class ScalarMath implements SpectrumMath {
    @Override
    public double sumOfSquares(float[] values, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += (double) values[i] * values[i];
        }
        return sum;
    }

    @Override
    public int signChanges(float[] samples, int from, int to) {
        int changes = 0;
        for (int i = from + 1; i < to; i++) {
            changes += samples[i - 1] < -LEAST_SAMPLE != samples[i] < -LEAST_SAMPLE ? 1 : 0;
        }
        return changes;
    }

    @Override
    public void decibels(float[] power, int from, int count, float[] out, int to) {
        for (int i = 0; i < count; i++) {
            out[to + i] = (float) (10 * Math.log10(Math.max(LEAST_POWER, power[from + i])));
        }
    }

    @Override
    public void weightedSums(
            float[] values, int from, float[] weights, int[] starts, int[] offsets, float[] out, int to) {
        for (int row = 0; row < starts.length; row++) {
            int shift = from + starts[row] - offsets[row];
            double sum = 0;
            for (int i = offsets[row]; i < offsets[row + 1]; i++) {
                sum += (double) weights[i] * values[shift + i];
            }
            out[to + row] = (float) sum;
        }
    }
}
