package segue.audio.simd;

/**
 * What is done to every frame of a spectrogram for its pitches: projections onto filters, the largest value, the values
 * above a threshold. In vectors where the Vector API is on, else one value at a time; both give the same but for the order
 * of their sums.
 */
public sealed interface SpectrumScan permits ScalarSpectrumScan, SimdSpectrumScan {
    /** In vectors if this JVM has them. */
    static SpectrumScan fastest() {
        return VectorModule.present() ? new SimdSpectrumScan() : new ScalarSpectrumScan();
    }

    /**
     * {@code products[f][c] = sum over b of power[f][b] * filters[c][b]}.
     *
     * @param power row-major, shape {@code (frames, bins)}
     * @param filters row-major, shape {@code (count, bins)}
     * @param products written, row-major, shape {@code (frames, count)}
     */
    void products(float[] power, int frames, int bins, float[] filters, int count, float[] products);

    /** The largest of the values in {@code [from, to)}, and at least 0. */
    float largest(float[] values, int from, int to);

    /**
     * Where in {@code [from, to)} a value is above the threshold, ascending.
     *
     * @param found written, as long as {@code to - from}
     * @return how many there are
     */
    int above(float[] values, int from, int to, float threshold, int[] found);
}
