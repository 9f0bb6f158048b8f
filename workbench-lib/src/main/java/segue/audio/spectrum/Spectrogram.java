package segue.audio.spectrum;

import segue.audio.simd.BlockMath;
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

    /**
     * Puts up to sixteen frames side by side, as {@link BlockMath} takes them.
     *
     * @param block written, {@code bins * 16} values
     * @return how many frames there were from {@code first} on
     */
    public int block(int first, float[] block) {
        int count = Math.min(BlockMath.WIDTH, frames() - first);
        BlockMath.block(power.values(), first * bins(), bins(), count, block);
        return count;
    }

    /** The frequency in the middle of a bin, in Hz. */
    public double frequencyHz(int bin) {
        return (double) bin * sampleRateHz / options.fftSize();
    }
}
