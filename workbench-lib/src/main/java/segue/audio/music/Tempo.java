package segue.audio.music;

/**
 * The tempo of a recording in beats per minute, as {@code librosa.feature.tempo} finds it: the lag at which the onset
 * strength is most like itself ({@link MeanTempogram}), weighed by how likely a tempo is beforehand (a normal curve over
 * octaves). It answers with lags of whole frames, so in steps: 117.5, 123.0, 129.2 at 22,050 Hz and a hop of 512; and it
 * may be an octave off, as people's feet are.
 *
 * <p>D. Ellis, "Beat tracking by dynamic programming", Journal of New Music Research 36 (2007).
 */
public final class Tempo {
    private static final double SHARPNESS = 1e6;

    private Tempo() {}

    /** By default options. */
    public static double bpm(OnsetStrength onsets) {
        return bpm(onsets, TempoOptions.defaults());
    }

    /** Beats per minute; for silence the tempo that is most likely beforehand. */
    public static double bpm(OnsetStrength onsets, TempoOptions options) {
        int window = (int) ((int) (options.windowSeconds() * onsets.sampleRateHz()) / (long) onsets.hopLength());
        double framesPerMinute = 60 * onsets.framesPerSecond();
        int first = (int) Math.floor(framesPerMinute / options.highestBpm()) + 1;
        if (first >= window) {
            throw new IllegalArgumentException(
                    "frames of %d samples are too far apart for a tempo: %s seconds have %d of them and the tempo of %s BPM takes %d"
                            .formatted(
                                    onsets.hopLength(), options.windowSeconds(), window, options.highestBpm(), first));
        }
        double[] alike = MeanTempogram.of(onsets.values(), window);
        int best = first;
        double bestScore = Double.NEGATIVE_INFINITY;
        for (int lag = first; lag < window; lag++) {
            double octaves = Math.log(framesPerMinute / lag / options.startBpm()) / Math.log(2);
            double likely = -0.5 * Math.pow(octaves / options.spreadOctaves(), 2);
            double score = Math.log1p(SHARPNESS * Math.max(0, alike[lag])) + likely;
            if (score > bestScore) {
                best = lag;
                bestScore = score;
            }
        }
        return framesPerMinute / best;
    }
}
