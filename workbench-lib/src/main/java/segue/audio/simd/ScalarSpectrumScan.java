package segue.audio.simd;

/** One value at a time: the oracle. */
final class ScalarSpectrumScan implements SpectrumScan {
    @Override
    public void products(float[] power, int frames, int bins, float[] filters, int count, float[] products) {
        for (int f = 0; f < frames; f++) {
            for (int c = 0; c < count; c++) {
                products[f * count + c] = product(power, f * bins, filters, c * bins, bins);
            }
        }
    }

    /** In four sums, of which none waits for another. */
    private static float product(float[] a, int aAt, float[] b, int bAt, int length) {
        float first = 0;
        float second = 0;
        float third = 0;
        float fourth = 0;
        int i = 0;
        for (; i + 4 <= length; i += 4) {
            first += a[aAt + i] * b[bAt + i];
            second += a[aAt + i + 1] * b[bAt + i + 1];
            third += a[aAt + i + 2] * b[bAt + i + 2];
            fourth += a[aAt + i + 3] * b[bAt + i + 3];
        }
        for (; i < length; i++) {
            first += a[aAt + i] * b[bAt + i];
        }
        return first + second + (third + fourth);
    }

    @Override
    public float largest(float[] values, int from, int to) {
        float largest = 0;
        for (int i = from; i < to; i++) {
            largest = Math.max(largest, values[i]);
        }
        return largest;
    }

    @Override
    public int above(float[] values, int from, int to, float threshold, int[] found) {
        int count = 0;
        for (int i = from; i < to; i++) {
            if (values[i] > threshold) {
                found[count++] = i;
            }
        }
        return count;
    }
}
