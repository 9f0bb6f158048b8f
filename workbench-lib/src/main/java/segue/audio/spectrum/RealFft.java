package segue.audio.spectrum;

import segue.audio.simd.VectorFft;
import segue.audio.simd.VectorModule;

/**
 * The discrete Fourier transform of windowed real samples: {@code X[k] = sum of window[i] x[i] exp(-2 pi i k i / size)} for
 * {@code k} from 0 to {@code size / 2}. An instance holds its scratch arrays: one for each thread.
 */
public interface RealFft {
    /** @param size a power of two, at least 4 */
    static RealFft of(int size) {
        return VectorModule.present() && size >= VectorFft.leastSize() ? new VectorFft(size) : new ScalarFft(size);
    }

    /** Samples that go into a transform. */
    int size();

    /**
     * Squared magnitudes.
     *
     * @param samples those from {@code at} on are transformed
     * @param window shape {@code (size)}
     * @param power receives {@code size / 2 + 1} values from {@code to} on
     */
    void power(float[] samples, int at, float[] window, float[] power, int to);

    /** The complex values; parameters as in {@link #power}. */
    void spectrum(float[] samples, int at, float[] window, float[] re, float[] im, int to);
}
