package segue.recommend.metric;

import java.util.Arrays;

/**
 * A number put through its rank to the scale of a standard normal variable: {@code z = Φ⁻¹((rank - 0.5) / n)}, equal values
 * at their mean rank (van der Waerden scores). What shape a column has and how far its outliers lie then no longer counts.
 *
 * @param sorted the known values of the column, ascending; at least one
 */
record NormalScores(float... sorted) {
    /** Shares of the column are kept so far from 0 and 1. */
    private static final double LEAST_SHARE = 0.002;

    /** @param values NaN where the value is missing; those are left out */
    static NormalScores of(float... values) {
        float[] known = new float[values.length];
        int count = 0;
        for (float value : values) {
            if (!Float.isNaN(value)) {
                known[count++] = value;
            }
        }
        known = Arrays.copyOf(known, count);
        Arrays.sort(known);
        return new NormalScores(known);
    }

    /** Whether there are two different values, so that the column tells songs apart. */
    boolean tellsApart() {
        return sorted.length > 0 && sorted[0] < sorted[sorted.length - 1];
    }

    /** In about [-2.9, 2.9]; for any value, also one that was not in the column. */
    double of(float value) {
        double rank = (below(value) + below(Math.nextUp(value))) / 2.0;
        return NormalQuantile.of(Math.clamp(rank / sorted.length, LEAST_SHARE, 1 - LEAST_SHARE));
    }

    private int below(float value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
