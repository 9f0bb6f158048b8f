package segue.kernel.variables;

import java.util.regex.Pattern;

/**
 * What a variable holds, in one line.
 *
 * @param type as declared or inferred, without packages
 * @param size {@code "1000"} elements, {@code "20 × 5"} rows and columns; empty where there is none
 * @param summary at most {@value Glimpse#LONGEST} characters
 */
public record VariableSummary(String name, String type, String size, String summary) {
    /** Packages, and the classes that hold what cells declare. */
    private static final Pattern QUALIFIERS = Pattern.compile("\\b(?:[a-z_]\\w*\\.)+(?:\\$\\w+\\.)*");

    /** Takes a look that never throws, never runs long and leaves the value as it is. */
    public static VariableSummary of(String name, String type, Object value) {
        return new VariableSummary(name, QUALIFIERS.matcher(type).replaceAll(""), Shape.of(value), Glimpse.of(value));
    }
}
