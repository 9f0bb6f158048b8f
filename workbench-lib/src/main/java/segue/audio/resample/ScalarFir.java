package segue.audio.resample;

/** One product after the other. */
final class ScalarFir implements Fir {
    @Override
    public float sum(float[] samples, int at, float[] taps, int row, int count) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        for (int k = 0; k < count; k += 4) {
            a += samples[at + k] * taps[row + k];
            b += samples[at + k + 1] * taps[row + k + 1];
            c += samples[at + k + 2] * taps[row + k + 2];
            d += samples[at + k + 3] * taps[row + k + 3];
        }
        return a + b + (c + d);
    }

    @Override
    public void sums(
            float[] samples, int at, int step, float[] taps, int row, int count, float[] into, int to, int stride) {
        for (int i = 0; i < TOGETHER; i++) {
            into[to + i * stride] = sum(samples, at + i * step, taps, row, count);
        }
    }
}
