package segue.evaluate;

import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * A mean over questions with its 95 % interval, by bootstrap: the 2.5th and 97.5th percentile of the means of {@value
 * #RESAMPLES} samples drawn with replacement (Efron and Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13). It says
 * how much depends on which questions were asked, not on the seed of the split.
 *
 * @param value the mean; NaN where there was no question
 * @param low end of the interval; the value itself where a number describes all answers together and has no interval
 * @param high end of the interval
 * @param questions that were counted; 0 for a number about all answers together
 */
public record Estimate(double value, double low, double high, int questions) {
    static final int RESAMPLES = 1000;

    /** A number about all answers together. */
    public static Estimate exact(double value) {
        return new Estimate(value, value, value, 0);
    }

    /** @param values one a question; NaN where a question does not count */
    public static Estimate mean(double[] values, long seed) {
        double[] counted =
                Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
        int n = counted.length;
        if (n == 0) {
            return new Estimate(Double.NaN, Double.NaN, Double.NaN, 0);
        }
        SplittableRandom random = new SplittableRandom(seed);
        double[] means = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            double sum = 0;
            for (int j = 0; j < n; j++) {
                sum += counted[random.nextInt(n)];
            }
            means[i] = sum / n;
        }
        Arrays.sort(means);
        double mean = Arrays.stream(counted).sum() / n;
        return new Estimate(mean, percentile(means, 0.025), percentile(means, 0.975), n);
    }

    /**
     * The mean of {@code some - others}, question by question: whether one is better than the other on the same questions.
     *
     * @throws IllegalArgumentException if they are not of the same number of questions
     */
    public static Estimate difference(double[] some, double[] others, long seed) {
        if (some.length != others.length) {
            throw new IllegalArgumentException(
                    "%d values cannot be compared with %d, question by question".formatted(some.length, others.length));
        }
        double[] differences = new double[some.length];
        Arrays.setAll(differences, i -> some[i] - others[i]);
        return mean(differences, seed);
    }

    public boolean hasInterval() {
        return questions > 0;
    }

    /** Between the two nearest of sorted values, linearly. */
    private static double percentile(double[] sorted, double share) {
        double at = share * (sorted.length - 1);
        int below = (int) at;
        double above = sorted[Math.min(below + 1, sorted.length - 1)];
        return sorted[below] + (at - below) * (above - sorted[below]);
    }

    /** {@code "0.420 (0.416–0.424)"}. */
    @Override
    public String toString() {
        String text = String.format(Locale.ROOT, "%.3f", value);
        return hasInterval() ? text + String.format(Locale.ROOT, " (%.3f–%.3f)", low, high) : text;
    }
}
