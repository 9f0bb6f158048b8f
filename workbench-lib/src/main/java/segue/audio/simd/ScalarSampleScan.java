package segue.audio.simd;

/** One sample at a time, in double precision: the oracle. */
final class ScalarSampleScan implements SampleScan {
    /** In four sums, of which none waits for another. */
    @Override
    public double energy(float[] samples, int from, int to) {
        double first = 0;
        double second = 0;
        double third = 0;
        double fourth = 0;
        int i = from;
        for (; i + 4 <= to; i += 4) {
            first += (double) samples[i] * samples[i];
            second += (double) samples[i + 1] * samples[i + 1];
            third += (double) samples[i + 2] * samples[i + 2];
            fourth += (double) samples[i + 3] * samples[i + 3];
        }
        for (; i < to; i++) {
            first += (double) samples[i] * samples[i];
        }
        return first + second + (third + fourth);
    }

    @Override
    public float peak(float[] samples, int from, int to) {
        float peak = 0;
        for (int i = from; i < to; i++) {
            peak = Math.max(peak, Math.abs(samples[i]));
        }
        return peak;
    }
}
