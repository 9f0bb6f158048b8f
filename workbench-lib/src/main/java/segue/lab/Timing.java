package segue.lab;

import java.util.Arrays;

/**
 * How long the calls of one contender at one task took.
 *
 * @param calls seconds of each, in the order they were made, at least one
 * @param warmUps calls at the beginning that do not count; fewer than there are calls
 * @param scale by which a call is multiplied to stand for the whole task: 1, or more where only a part of it was asked
 */
public record Timing(double[] calls, int warmUps, double scale) {
    /** @throws IllegalArgumentException if no call counts */
    public Timing {
        if (warmUps < 0 || warmUps >= calls.length) {
            throw new IllegalArgumentException(
                    "of %d calls %d cannot be for warming up".formatted(calls.length, warmUps));
        }
        calls = calls.clone();
    }

    /** A copy. */
    @Override
    public double[] calls() {
        return calls.clone();
    }

    /** Seconds of the first call, with the code still cold. */
    public double first() {
        return scale * calls[0];
    }

    /** Calls that count. */
    public int repetitions() {
        return calls.length - warmUps;
    }

    /** Seconds of the middle one of the calls that count. */
    public double median() {
        return quantile(0.5);
    }

    /** Seconds that a quarter of the calls that count stay below: with less of what other programs take from a call. */
    public double lowerQuartile() {
        return quantile(0.25);
    }

    /** Seconds that 95 of 100 calls do not take. */
    public double p95() {
        return quantile(0.95);
    }

    /** Half of the calls lie within this share of the median around it: the distance of the quartiles over the median. */
    public double spread() {
        return (quantile(0.75) - quantile(0.25)) / median();
    }

    private double quantile(double share) {
        double[] sorted = Arrays.copyOfRange(calls, warmUps, calls.length);
        Arrays.sort(sorted);
        double at = share * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return scale * (sorted[below] + (at - below) * (sorted[above] - sorted[below]));
    }
}
