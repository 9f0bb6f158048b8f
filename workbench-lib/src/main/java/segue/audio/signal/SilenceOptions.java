package segue.audio.signal;

/**
 * What counts as silence, as {@code librosa.effects.trim} names it.
 *
 * @param topDecibels a frame is silent that is so far below the loudest frame; default 60
 * @param frameLength samples of a frame; default 2,048
 * @param hopLength samples from one frame to the next; default 512
 */
public record SilenceOptions(double topDecibels, int frameLength, int hopLength) {
    public SilenceOptions {
        if (!(topDecibels > 0 && topDecibels <= 1_000)) {
            throw new IllegalArgumentException("top decibels must be in (0, 1000] but was " + topDecibels);
        }
        if (frameLength < 2 || frameLength > 1 << 20) {
            throw new IllegalArgumentException("frame length must be in [2, 1048576] but was " + frameLength);
        }
        if (hopLength < 1 || hopLength > 1 << 20) {
            throw new IllegalArgumentException("hop length must be in [1, 1048576] but was " + hopLength);
        }
    }

    public static SilenceOptions defaults() {
        return new SilenceOptions(60, 2_048, 512);
    }

    /** With another distance from the loudest frame. */
    public SilenceOptions withTopDecibels(double decibels) {
        return new SilenceOptions(decibels, frameLength, hopLength);
    }
}
