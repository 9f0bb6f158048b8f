package segue.neighbors.hubness;

import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * A mean over rows with its 95 % interval, by the percentiles of 1,000 bootstrap resamples of the rows. Rows of one space
 * share neighbours, so they are not quite independent, and the true interval is somewhat wider.
 *
 * @param mean over the rows
 * @param low end of the interval
 * @param high end of the interval
 * @param rows that were counted
 */
public record Interval(double mean, double low, double high, int rows) {
    private static final int RESAMPLES = 1_000;
    private static final double TAIL = 0.025;

    /** @param values one a row, at least one */
    static Interval of(double[] values, long seed) {
        double[] means = new double[RESAMPLES];
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < RESAMPLES; i++) {
            double sum = 0;
            for (int draw = 0; draw < values.length; draw++) {
                sum += values[random.nextInt(values.length)];
            }
            means[i] = sum / values.length;
        }
        Arrays.sort(means);
        return new Interval(
                Arrays.stream(values).average().orElseThrow(),
                means[(int) (TAIL * RESAMPLES)],
                means[(int) ((1 - TAIL) * RESAMPLES) - 1],
                values.length);
    }

    /** {@code "0.420 (0.416–0.424)"}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.3f (%.3f–%.3f)", mean, low, high);
    }
}
