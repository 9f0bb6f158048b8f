package segue.audio.spectrum;

import segue.audio.signal.Signal;
import segue.matrix.FloatMatrix;

/**
 * The short-time Fourier transform as librosa 0.11 defines it by default: periodic Hann window, frames centred on multiples
 * of the hop with zeros beyond both ends, {@code 1 + samples / hop} frames.
 *
 * <p>The static methods transform whole signals; an instance transforms blocks of frames into arrays of the caller's, for
 * recordings that are not held in memory. An instance serves one thread at a time.
 */
public final class Stft {
    private final StftOptions options;
    private final RealFft fft;
    private final float[] edge;

    public Stft(StftOptions options) {
        this(options, RealFft.precise(options.fftSize(), options.window()));
    }

    /** @param fft of the size and window that the options say */
    Stft(StftOptions options, RealFft fft) {
        this.options = options;
        this.fft = fft;
        this.edge = new float[options.fftSize()];
    }

    /** The power spectrogram, shape {@code (frames, fftSize / 2 + 1)}. */
    public static Spectrogram power(Signal signal, StftOptions options) {
        int frames = options.frames(signal.length());
        float[] power = new float[Math.multiplyExact(frames, options.bins())];
        new Stft(options).power(signal.samples(), 0, signal.length(), 0, frames, power);
        return new Spectrogram(FloatMatrix.wrap(frames, options.bins(), power), signal.sampleRateHz(), options);
    }

    /** The transform with its phases, two values a bin. */
    public static ComplexSpectrogram complex(Signal signal, StftOptions options) {
        int frames = options.frames(signal.length());
        int bins = options.bins();
        float[] re = new float[Math.multiplyExact(frames, bins)];
        float[] im = new float[frames * bins];
        Stft stft = new Stft(options);
        for (int f = 0; f < frames; f++) {
            int at = stft.locate(signal.samples(), 0, signal.length(), f);
            stft.fft.spectrum(at < 0 ? stft.edge : signal.samples(), Math.max(at, 0), re, im, f * bins);
        }
        return new ComplexSpectrogram(
                FloatMatrix.wrap(frames, bins, re), FloatMatrix.wrap(frames, bins, im), signal.sampleRateHz(), options);
    }

    /**
     * The power of some frames of a recording of which a part is at hand.
     *
     * @param samples a part of the recording that holds all the samples of these frames
     * @param start where {@code samples} begins in the recording
     * @param length how many of {@code samples} are valid; beyond them, and before the recording, there is silence
     * @param from first frame
     * @param to one past the last frame
     * @param power receives {@code (to - from) * bins} values
     */
    public void power(float[] samples, long start, int length, int from, int to, float[] power) {
        power(samples, start, length, from, to, power, 0);
    }

    /** As above, into {@code power} from {@code at} on. */
    public void power(float[] samples, long start, int length, int from, int to, float[] power, int at) {
        for (int f = from; f < to; f++) {
            int first = locate(samples, start, length, f);
            fft.power(first < 0 ? edge : samples, Math.max(first, 0), power, at + (f - from) * options.bins());
        }
    }

    /** Where a frame begins in {@code samples}; -1 where it had to be put together in {@link #edge}. */
    private int locate(float[] samples, long start, int length, int frame) {
        int size = options.fftSize();
        long first = (long) frame * options.hopLength() - (options.centred() ? size / 2 : 0) - start;
        if (first >= 0 && first + size <= length) {
            return (int) first;
        }
        for (int i = 0; i < size; i++) {
            long at = first + i;
            edge[i] = at < 0 || at >= length ? 0 : samples[(int) at];
        }
        return -1;
    }
}
