package segue.audio;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import segue.audio.signal.Signal;

/**
 * What a recording sounds like, as one row of numbers: means and population variances of its features over all frames,
 * {@code rms_mean}, {@code rms_var}, {@code mfcc1_mean}, {@code contrast7_var} and so on.
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
                List.of("rms", "spectral_centroid", "spectral_bandwidth", "rolloff", "zero_crossing_rate", "flatness"));
        row.addMeansAndVariancesByColumn("mfcc", frames.values().get("mfcc"));
        row.addDeltaVariances("mfcc", frames.values().get("mfcc"));
        row.addMeansAndVariancesByColumn("contrast", frames.values().get("contrast"));
        return row.finish();
    }

    /** The value of a column. */
    public OptionalDouble get(String name) {
        int at = names.indexOf(name);
        return at < 0 ? OptionalDouble.empty() : OptionalDouble.of(values[at]);
    }
}
