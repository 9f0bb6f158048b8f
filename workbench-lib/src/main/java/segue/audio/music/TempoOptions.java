package segue.audio.music;

/**
 * How a tempo is looked for, as {@code librosa.feature.tempo} names it.
 *
 * @param startBpm the tempo that is most likely beforehand; default 120
 * @param spreadOctaves standard deviation of what is likely beforehand, in octaves of tempo; default 1
 * @param windowSeconds how far onsets are compared with each other, in [1, 60]; default 8
 * @param highestBpm no faster tempo is found; default 320
 */
public record TempoOptions(double startBpm, double spreadOctaves, double windowSeconds, double highestBpm) {
    public TempoOptions {
        if (!(startBpm > 0 && startBpm <= 10_000)) {
            throw new IllegalArgumentException("start BPM must be in (0, 10000] but was " + startBpm);
        }
        if (!(spreadOctaves > 0 && spreadOctaves <= 100)) {
            throw new IllegalArgumentException("spread in octaves must be in (0, 100] but was " + spreadOctaves);
        }
        if (!(windowSeconds >= 1 && windowSeconds <= 60)) {
            throw new IllegalArgumentException("window in seconds must be in [1, 60] but was " + windowSeconds);
        }
        if (!(highestBpm >= 10 && highestBpm <= 10_000)) {
            throw new IllegalArgumentException("highest BPM must be in [10, 10000] but was " + highestBpm);
        }
    }

    public static TempoOptions defaults() {
        return new TempoOptions(120, 1, 8, 320);
    }

    /** With another tempo that is most likely beforehand. */
    public TempoOptions withStartBpm(double bpm) {
        return new TempoOptions(bpm, spreadOctaves, windowSeconds, highestBpm);
    }
}
