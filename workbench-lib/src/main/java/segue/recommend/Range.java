package segue.recommend;

import java.io.Serializable;
import java.util.Locale;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;

/**
 * Whole numbers from one to another, both among them: years, seconds, popularity.
 *
 * @param from the least
 * @param to the greatest, at least {@code from}
 */
public record Range(int from, int to) implements Serializable {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");

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

    /**
     * A range as people write it: {@code 1990-1999}, {@code 1990-}, {@code -1999}, {@code 1994}.
     *
     * @param example of what is meant, for the message
     * @param value of one end; throws {@link NumberFormatException} where it cannot be read
     * @throws IllegalArgumentException if it is not written like that, or ends before it begins
     */
    public static Range parse(String text, String example, ToIntFunction<String> value) {
        String[] ends = text.strip().replace('–', '-').split("-", -1);
        try {
            if (ends.length == 1) {
                int only = value.applyAsInt(ends[0].strip());
                return of(only, only);
            }
            if (ends.length == 2 && !(ends[0].isBlank() && ends[1].isBlank())) {
                return new Range(
                        ends[0].isBlank() ? Integer.MIN_VALUE : value.applyAsInt(ends[0].strip()),
                        ends[1].isBlank() ? Integer.MAX_VALUE : value.applyAsInt(ends[1].strip()));
            }
        } catch (NumberFormatException notAsExpected) {
            throw new IllegalArgumentException("must be like %s but was %s".formatted(example, text), notAsExpected);
        }
        throw new IllegalArgumentException("must be like %s but was %s".formatted(example, text));
    }

    /** A whole number of at most six digits, as {@link #parse} takes one. */
    public static int number(String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw new NumberFormatException(text);
        }
        return Integer.parseInt(text);
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
