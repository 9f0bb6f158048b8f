package segue.neighbors.hubness;

import java.util.Arrays;
import java.util.Locale;

/**
 * A mean over rows with its 95 % interval: 1.96 standard errors to each side, good from some 30 rows on. Rows of one space
 * share neighbours, so they are not quite independent, and the true interval is somewhat wider.
 *
 * @param mean over the rows
 * @param low end of the interval
 * @param high end of the interval
 * @param rows that were counted
 */
public record Interval(double mean, double low, double high, int rows) {
    private static final double STANDARD_ERRORS = 1.96;

    /** @param values one a row, at least one; of a single one anything may be true, 1 to each side */
    static Interval of(double... values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        double squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        int n = values.length;
        double half = n == 1 ? 1 : STANDARD_ERRORS * Math.sqrt(squares / (n - 1) / n);
        return new Interval(mean, mean - half, mean + half, n);
    }

    /** {@code "0.420 (0.416–0.424)"}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.3f (%.3f–%.3f)", mean, low, high);
    }
}
