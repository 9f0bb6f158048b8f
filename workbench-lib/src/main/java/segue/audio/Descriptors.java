package segue.audio;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import segue.audio.music.Key;
import segue.audio.music.Mode;
import segue.audio.signal.Signal;

/**
 * What a recording sounds like, as one row of numbers: means and population variances of its features over all frames,
 * {@code rms_mean}, {@code rms_var}, {@code mfcc1_mean}, {@code contrast7_var} and so on; and what is told of the whole:
 * {@code tempo} (beats a minute), {@code tuning} (semitones above A = 440 Hz), {@code key} (0 for C to 11 for B), {@code
 * mode} (1 major, 0 minor), {@code key_confidence} (0 to 1), {@code loudness_lufs}, {@code loudness_range} (LU), {@code
 * dynamic_range} (dB).
 *
 * @param names of the columns, the same for every recording
 * @param values in the order of the names
 */
public record Descriptors(List<String> names, float[] values) {
    /** Decodes and measures a recording of any length, piece by piece. */
    public static Descriptors of(Path file) {
        return of(FrameFeatures.of(file));
    }

    /** Measures a signal at 22,050 Hz. */
    public static Descriptors of(Signal signal) {
        return of(FrameFeatures.of(signal));
    }

    /** Sums up what was measured frame by frame. */
    public static Descriptors of(FrameFeatures frames) {
        DescriptorRow row = new DescriptorRow();
        row.add("duration_seconds", (double) frames.samples() / Signal.DEFAULT_RATE_HZ);
        row.addMeansAndVariances(
                frames,
                List.of(
                        "chroma_stft",
                        "chroma_stft_tuning0",
                        "rms",
                        "spectral_centroid",
                        "spectral_bandwidth",
                        "rolloff",
                        "zero_crossing_rate",
                        "flatness",
                        "onset_strength"));
        row.add("tempo", frames.tempo());
        row.addMeansAndVariancesByColumn("mfcc", frames.values().get("mfcc"));
        row.addDeltaVariances("mfcc", frames.values().get("mfcc"));
        row.addMeansAndVariancesByColumn("contrast", frames.values().get("contrast"));
        row.addMeansFromZero("chroma", frames.values().get("chroma_stft_tuning0"));
        row.add("tuning", frames.tuning());
        Key key = Key.of(frames.values().get("chroma_stft"));
        row.add("key", key.pitchClass());
        row.add("mode", key.mode() == Mode.MAJOR ? 1 : 0);
        row.add("key_confidence", key.confidence());
        row.add("loudness_lufs", frames.loudness().integratedLufs());
        row.add("loudness_range", frames.loudness().rangeLu());
        row.add("dynamic_range", frames.dynamicRange().decibels());
        return row.finish();
    }

    /** The value of a column. */
    public OptionalDouble get(String name) {
        int at = names.indexOf(name);
        return at < 0 ? OptionalDouble.empty() : OptionalDouble.of(values[at]);
    }

    /** A line a column: {@code spectral_centroid_mean 1240.2}. */
    @Override
    public String toString() {
        return IntStream.range(0, values.length)
                .mapToObj(i -> names.get(i) + " " + values[i])
                .collect(Collectors.joining("\n"));
    }
}
