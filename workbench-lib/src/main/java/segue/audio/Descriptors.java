package segue.audio;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import segue.audio.signal.Signal;

/**
 * What a recording sounds like, as one row of numbers: means and variances of its features over time.
 *
 * @param names of the columns, the same for every recording
 * @param values in the order of the names
 */
public record Descriptors(List<String> names, float[] values) {
    /** Decodes and measures a recording. */
    public static Descriptors of(Path file) {
        return of(Signal.read(file));
    }

    /** Measures a signal. */
    public static Descriptors of(Signal signal) {
        double power = 0;
        for (float sample : signal.samples()) {
            power += (double) sample * sample;
        }
        float rms = (float) Math.sqrt(power / Math.max(1, signal.length()));
        return new Descriptors(List.of("duration_seconds", "rms_mean"), new float[] {(float) signal.seconds(), rms});
    }

    /** The value of a column. */
    public OptionalDouble get(String name) {
        int at = names.indexOf(name);
        return at < 0 ? OptionalDouble.empty() : OptionalDouble.of(values[at]);
    }
}
