package segue.audio.spectrum;

import segue.audio.simd.PreciseFft;
import segue.audio.simd.VectorModule;

/**
 * The discrete Fourier transform of windowed real samples: {@code X[k] = sum of window[i] x[i] exp(-2 pi i k i / size)} for
 * {@code k} from 0 to {@code size / 2}. An instance holds its scratch arrays: one for each thread.
 */
public interface RealFft {
    /**
     * In double precision, rounded to single at the end, as librosa has it; in plain Java where vectors hold fewer than four
     * doubles.
     *
     * @param size a power of two, at least 4
     */
    static RealFft precise(int size, Window window) {
        return VectorModule.present() && PreciseFft.fits(size)
                ? new PreciseFft(size, window)
                : new ScalarFft(size, window);
    }

    /** Samples that go into a transform. */
    int size();

    /**
     * Squared magnitudes.
     *
     * @param samples those from {@code at} on are windowed and transformed
     * @param power receives {@code size / 2 + 1} values from {@code to} on
     */
    void power(float[] samples, int at, float[] power, int to);

    /** The complex values; parameters as in {@link #power}. */
    void spectrum(float[] samples, int at, float[] re, float[] im, int to);
}
