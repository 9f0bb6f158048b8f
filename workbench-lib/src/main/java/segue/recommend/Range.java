package segue.recommend;

import java.util.Locale;

/**
 * Whole numbers from one to another, both among them: years, seconds, popularity.
 *
 * @param from the least
 * @param to the greatest, at least {@code from}
 */
public record Range(int from, int to) {
    /** @throws IllegalArgumentException if it ends before it begins */
    public Range {
        if (from > to) {
            throw new IllegalArgumentException("a range must not end before it begins but was " + text(from, to));
        }
    }

    public static Range of(int from, int to) {
        return new Range(from, to);
    }

    public static Range atLeast(int from) {
        return new Range(from, Integer.MAX_VALUE);
    }

    public static Range atMost(int to) {
        return new Range(Integer.MIN_VALUE, to);
    }

    public boolean contains(int value) {
        return value >= from && value <= to;
    }

    private static String text(int from, int to) {
        return String.format(Locale.ROOT, "%d-%d", from, to);
    }

    /** {@code "1990-1999"}, {@code "1990 or more"}, {@code "1999 or less"}, {@code "1994"}. */
    @Override
    public String toString() {
        if (from == to) {
            return Integer.toString(from);
        }
        return to == Integer.MAX_VALUE
                ? from + " or more"
                : from == Integer.MIN_VALUE ? to + " or less" : text(from, to);
    }
}
