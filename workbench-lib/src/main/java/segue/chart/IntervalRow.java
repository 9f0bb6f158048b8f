package segue.chart;

/**
 * A row of a {@linkplain Charts#intervals(String, Axis, java.util.List, String, int, int) chart of intervals}.
 *
 * @param name what was measured; stands before the row
 * @param value where the dot stands; NaN for no dot
 * @param low end of the interval; NaN where there is none, which makes the dot hollow
 * @param high end of the interval
 * @param remark stands behind the row
 */
public record IntervalRow(String name, double value, double low, double high, String remark) {
    /** A line of words between rows. */
    public static IntervalRow heading(String words) {
        return new IntervalRow(words, Double.NaN, Double.NaN, Double.NaN, "");
    }

    boolean isHeading() {
        return Double.isNaN(value) && remark.isEmpty();
    }

    boolean hasInterval() {
        return low <= high;
    }
}
