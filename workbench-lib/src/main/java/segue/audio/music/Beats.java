package segue.audio.music;

import java.util.Arrays;
import java.util.Locale;

/**
 * Where the beats of a recording are.
 *
 * <p>The sequence of frames with the most onset strength of which the distances are nearest to the beat of the tempo,
 * found by dynamic programming; weak beats before the first and after the last strong one are left out. As
 * {@code librosa.beat.beat_track} by default (tightness 100, trim), given onsets; given a recording, librosa finds them by
 * {@linkplain OnsetStrength#byMedian the median of the bands}.
 *
 * <p>D. Ellis, "Beat tracking by dynamic programming", Journal of New Music Research 36 (2007).
 *
 * @param tempoBpm beats per minute; 0 where there are no onsets
 * @param seconds of each beat from the beginning, ascending
 */
public record Beats(double tempoBpm, double[] seconds) {
    /** At the tempo that is found in the onsets. */
    public static Beats of(OnsetStrength onsets) {
        return of(onsets, BeatOptions.defaults());
    }

    /** At the tempo that is found in the onsets. */
    public static Beats of(OnsetStrength onsets, BeatOptions options) {
        return onsets.isSilent() ? new Beats(0, new double[0]) : at(Tempo.bpm(onsets), onsets, options);
    }

    /** At a tempo that is known. */
    public static Beats at(double tempoBpm, OnsetStrength onsets, BeatOptions options) {
        if (!(tempoBpm > 0 && Double.isFinite(tempoBpm))) {
            throw new IllegalArgumentException("the tempo must be positive but was " + tempoBpm);
        }
        if (onsets.isSilent()) {
            return new Beats(0, new double[0]);
        }
        int period = Math.max(1, (int) Math.rint(60 * onsets.framesPerSecond() / tempoBpm));
        int[] frames = new BeatTracking(onsets.values(), period, options).frames();
        return new Beats(
                tempoBpm, Arrays.stream(frames).mapToDouble(onsets::seconds).toArray());
    }

    /** How many. */
    public int count() {
        return seconds.length;
    }

    /** {@code 64 beats at 129.2 a minute}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%,d beats at %.1f a minute", count(), tempoBpm);
    }
}
