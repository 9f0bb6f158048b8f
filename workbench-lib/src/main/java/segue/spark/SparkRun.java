package segue.spark;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A job that came to its end.
 *
 * @param exitCode 0: what fails is thrown
 * @param figures the object that {@code --json} printed, in its order; empty where it printed none
 * @param said what it wrote to stderr, the last 2,000 lines of it
 */
public record SparkRun(int exitCode, Map<String, Object> figures, String said) {
    public SparkRun {
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    }

    /** A figure that is a number. */
    public double number(String name) {
        if (figures.get(name) instanceof Number number) {
            return number.doubleValue();
        }
        throw new IllegalArgumentException(
                "the job told no number '%s'; it told %s".formatted(name, String.join(", ", figures.keySet())));
    }

    /** The figures, one a line. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        figures.forEach(
                (name, value) -> text.append(name).append(": ").append(value).append(System.lineSeparator()));
        return text.toString();
    }
}
