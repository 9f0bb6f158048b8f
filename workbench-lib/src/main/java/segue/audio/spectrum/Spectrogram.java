package segue.audio.spectrum;

import segue.matrix.FloatMatrix;

/**
 * Power of a signal by time and frequency.
 *
 * @param power shape {@code (frames, bins)}: squared magnitudes
 * @param sampleRateHz of the signal
 */
public record Spectrogram(FloatMatrix power, int sampleRateHz, StftOptions options) {
    public int frames() {
        return power.rows();
    }

    public int bins() {
        return power.columns();
    }

    /** The frequency in the middle of a bin, in Hz. */
    public double frequencyHz(int bin) {
        return (double) bin * sampleRateHz / options.fftSize();
    }
}
