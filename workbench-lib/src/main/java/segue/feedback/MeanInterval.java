package segue.feedback;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * A mean with its 95 % interval. Ratings of one listener are alike, so where at least {@value #ENOUGH_LISTENERS} listeners gave
 * some, the interval is by Student's t over listeners, with the variance that is robust to such clusters (Liang and Zeger,
 * Longitudinal data analysis using generalized linear models, Biometrika 73, 1986): it tells what other listeners would say. Of
 * fewer listeners every rating counts by itself: it tells what these listeners would say of other songs, and is too narrow for
 * anybody else.
 *
 * @param mean of all values; NaN where there is none
 * @param low end of the interval; NaN where there are fewer than two values
 * @param high end of the interval
 * @param values that were counted
 * @param listeners who gave them
 */
public record MeanInterval(double mean, double low, double high, int values, int listeners) {
    /** Of at least so many listeners an interval tells about listeners. */
    public static final int ENOUGH_LISTENERS = 5;

    private static final double NORMAL_97_5 = 1.959963984540054;
    private static final double[] STUDENT_97_5 = {12.7062047, 4.3026527, 3.1824463, 2.7764451};

    /** Whether it tells about listeners, not only about further ratings of the same ones. */
    public boolean isOverListeners() {
        return listeners >= ENOUGH_LISTENERS;
    }

    public boolean hasInterval() {
        return !Double.isNaN(low);
    }

    /**
     * @param byListener what each listener gave; a listener without values does not count
     * @param least possible value, below which no interval goes
     * @param most possible value
     */
    static MeanInterval of(Collection<List<Double>> byListener, double least, double most) {
        List<List<Double>> given =
                byListener.stream().filter(some -> !some.isEmpty()).toList();
        int n = given.stream().mapToInt(List::size).sum();
        if (n == 0) {
            return new MeanInterval(Double.NaN, Double.NaN, Double.NaN, 0, 0);
        }
        double sum = 0;
        for (List<Double> some : given) {
            sum += sum(some);
        }
        double mean = sum / n;
        if (n == 1) {
            return new MeanInterval(mean, Double.NaN, Double.NaN, 1, 1);
        }
        boolean overListeners = given.size() >= ENOUGH_LISTENERS;
        double squares = 0;
        for (List<Double> some : given) {
            if (overListeners) {
                double off = sum(some) - some.size() * mean;
                squares += off * off;
            } else {
                for (double value : some) {
                    squares += (value - mean) * (value - mean);
                }
            }
        }
        int groups = overListeners ? given.size() : n;
        double deviation = Math.sqrt((double) groups / (groups - 1) * squares) / n;
        double half = student(groups - 1) * deviation;
        return new MeanInterval(mean, Math.max(least, mean - half), Math.min(most, mean + half), n, given.size());
    }

    private static double sum(List<Double> values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    /** The 97.5th percentile of Student's t (Abramowitz and Stegun, 26.7.5; the first four from tables). */
    static double student(int degrees) {
        if (degrees <= STUDENT_97_5.length) {
            return STUDENT_97_5[degrees - 1];
        }
        double x = NORMAL_97_5;
        double n = degrees;
        double x2 = x * x;
        double g1 = x * (x2 + 1) / 4;
        double g2 = x * ((5 * x2 + 16) * x2 + 3) / 96;
        double g3 = x * (((3 * x2 + 19) * x2 + 17) * x2 - 15) / 384;
        double g4 = x * ((((79 * x2 + 776) * x2 + 1482) * x2 - 1920) * x2 - 945) / 92160;
        return x + (g1 + (g2 + (g3 + g4 / n) / n) / n) / n;
    }

    /** {@code "7.2 (6.5–7.9)"}. */
    @Override
    public String toString() {
        return hasInterval()
                ? String.format(Locale.ROOT, "%.2f (%.2f–%.2f)", mean, low, high)
                : String.format(Locale.ROOT, "%.2f", mean);
    }
}
