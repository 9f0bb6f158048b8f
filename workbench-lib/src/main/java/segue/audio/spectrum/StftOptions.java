package segue.audio.spectrum;

/**
 * How a signal is cut into frames, as librosa names it.
 *
 * @param fftSize samples a frame, a power of two; default 2,048
 * @param hopLength samples from one frame to the next; default 512
 */
public record StftOptions(int fftSize, int hopLength) {
    public StftOptions {
        if (fftSize < 4 || Integer.bitCount(fftSize) != 1) {
            throw new IllegalArgumentException("the FFT size must be a power of two from 4 on but was " + fftSize);
        }
        if (hopLength < 1) {
            throw new IllegalArgumentException("the hop length must be at least 1 but was " + hopLength);
        }
    }

    public static StftOptions defaults() {
        return new StftOptions(2_048, 512);
    }

    /** Values of one spectrum. */
    public int bins() {
        return fftSize / 2 + 1;
    }
}
