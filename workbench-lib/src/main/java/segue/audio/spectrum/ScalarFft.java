package segue.audio.spectrum;

/** The transform in plain Java and in double precision, by radix 2. */
final class ScalarFft implements RealFft {
    private final int size;
    private final double[] window;
    private final double[] cos;
    private final double[] sin;
    private final double[] re;
    private final double[] im;

    ScalarFft(int size, Window window) {
        if (size < 4 || Integer.bitCount(size) != 1) {
            throw new IllegalArgumentException("the FFT size must be a power of two from 4 on but was " + size);
        }
        this.size = size;
        this.window = window.weights(size);
        this.cos = new double[size / 2];
        this.sin = new double[size / 2];
        for (int k = 0; k < size / 2; k++) {
            cos[k] = Math.cos(-2 * Math.PI * k / size);
            sin[k] = Math.sin(-2 * Math.PI * k / size);
        }
        this.re = new double[size];
        this.im = new double[size];
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void power(float[] samples, int at, float[] power, int to) {
        transform(samples, at);
        for (int k = 0; k <= size / 2; k++) {
            power[to + k] = (float) (re[k] * re[k] + im[k] * im[k]);
        }
    }

    @Override
    public void spectrum(float[] samples, int at, float[] toRe, float[] toIm, int to) {
        transform(samples, at);
        for (int k = 0; k <= size / 2; k++) {
            toRe[to + k] = (float) re[k];
            toIm[to + k] = (float) im[k];
        }
    }

    private void transform(float[] samples, int at) {
        int shift = 32 - Integer.numberOfTrailingZeros(size);
        for (int i = 0; i < size; i++) {
            re[Integer.reverse(i) >>> shift] = samples[at + i] * window[i];
            im[i] = 0;
        }
        for (int length = 2; length <= size; length *= 2) {
            int step = size / length;
            for (int start = 0; start < size; start += length) {
                for (int k = 0; k < length / 2; k++) {
                    int a = start + k;
                    int b = a + length / 2;
                    double c = cos[k * step];
                    double s = sin[k * step];
                    double turnedRe = re[b] * c - im[b] * s;
                    double turnedIm = re[b] * s + im[b] * c;
                    re[b] = re[a] - turnedRe;
                    im[b] = im[a] - turnedIm;
                    re[a] += turnedRe;
                    im[a] += turnedIm;
                }
            }
        }
    }
}
