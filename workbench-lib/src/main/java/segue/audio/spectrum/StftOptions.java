package segue.audio.spectrum;

/**
 * How a signal is cut into frames, as librosa names it.
 *
 * @param fftSize samples a frame, a power of two in [4, 65536]; default 2,048
 * @param hopLength samples from one frame to the next, in [1, 65536]; default 512
 * @param window default Hann
 * @param centred whether frame {@code f} is centred on sample {@code f * hopLength}, with zeros beyond both ends, or begins
 *     there; default yes
 */
public record StftOptions(int fftSize, int hopLength, Window window, boolean centred) {
    private static final int LARGEST = 65_536;

    public StftOptions {
        if (fftSize < 4 || fftSize > LARGEST || Integer.bitCount(fftSize) != 1) {
            throw new IllegalArgumentException("FFT size must be a power of two in [4, 65536] but was " + fftSize);
        }
        if (hopLength < 1 || hopLength > LARGEST) {
            throw new IllegalArgumentException("hop length must be in [1, 65536] but was " + hopLength);
        }
    }

    /** Hann window, centred frames. */
    public StftOptions(int fftSize, int hopLength) {
        this(fftSize, hopLength, Window.HANN, true);
    }

    public static StftOptions defaults() {
        return new StftOptions(2_048, 512);
    }

    public StftOptions withWindow(Window other) {
        return new StftOptions(fftSize, hopLength, other, centred);
    }

    public StftOptions withCentred(boolean other) {
        return new StftOptions(fftSize, hopLength, window, other);
    }

    /** Values of one spectrum. */
    public int bins() {
        return fftSize / 2 + 1;
    }

    /** Frames of a signal: centred {@code 1 + samples / hopLength}; else only those that lie wholly within it. */
    public int frames(int samples) {
        if (centred) {
            return 1 + samples / hopLength;
        }
        return samples < fftSize ? 0 : 1 + (samples - fftSize) / hopLength;
    }
}
