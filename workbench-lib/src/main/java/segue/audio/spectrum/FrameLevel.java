package segue.audio.spectrum;

import segue.audio.signal.Signal;

/**
 * What is measured on the samples of centred frames themselves: root mean square and the rate of zero crossings, with
 * librosa's defaults (2,048 samples, hop 512).
 */
public final class FrameLevel {
    private final int length;
    private final int hop;
    private final SpectrumMath math;

    /** @param options frame and hop lengths; frames are taken as centred */
    public FrameLevel(StftOptions options, SpectrumMath math) {
        this.length = options.fftSize();
        this.hop = options.hopLength();
        this.math = math;
    }

    /** The root mean square of each frame, silence beyond both ends. librosa's {@code feature.rms}. */
    public static float[] rms(Signal signal) {
        FrameLevel level = new FrameLevel(StftOptions.defaults(), SpectrumMath.create());
        float[] out = new float[StftOptions.defaults().frames(signal.length())];
        for (int f = 0; f < out.length; f++) {
            out[f] = level.rms(signal.samples(), 0, signal.length(), f);
        }
        return out;
    }

    /**
     * The share of samples in each frame whose sign is not that of the one before, 0 to 1; the first and last samples go on
     * beyond both ends. librosa's {@code feature.zero_crossing_rate}.
     */
    public static float[] zeroCrossingRate(Signal signal) {
        FrameLevel level = new FrameLevel(StftOptions.defaults(), SpectrumMath.create());
        float[] out = new float[StftOptions.defaults().frames(signal.length())];
        for (int f = 0; f < out.length; f++) {
            out[f] = level.zeroCrossingRate(signal.samples(), 0, signal.length(), f);
        }
        return out;
    }

    /**
     * @param samples a part of the recording that holds all the samples of this frame
     * @param start where {@code samples} begins in the recording
     * @param count how many of {@code samples} are valid
     */
    public float rms(float[] samples, long start, int count, int frame) {
        int from = first(start, frame);
        double squares = math.sumOfSquares(samples, Math.max(0, from), Math.min(count, from + length));
        return (float) Math.sqrt(squares / length);
    }

    /** As {@link #rms(float[], long, int, int)}. */
    public float zeroCrossingRate(float[] samples, long start, int count, int frame) {
        int from = first(start, frame);
        return (float) math.signChanges(samples, Math.max(0, from), Math.min(count, from + length)) / length;
    }

    private int first(long start, int frame) {
        return (int) ((long) frame * hop - length / 2 - start);
    }
}
