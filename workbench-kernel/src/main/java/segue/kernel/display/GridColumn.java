package segue.kernel.display;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * One column of the head of a table.
 *
 * @param numeric whether its cells are right-aligned
 * @param index whether it numbers or names the rows, and so is none of the values
 * @param cells one text a row; null for a value that is null, empty for one that is missing
 */
record GridColumn(String name, boolean numeric, boolean index, List<String> cells) {
    private static final int DIGITS = 5;
    private static final int MOST_PLACES = 4;
    private static final int MOST_PLACES_OF_SMALL = 7;
    private static final double LARGEST_PLAIN = 1e9;
    private static final double SMALLEST_PLAIN = 1e-4;

    static GridColumn text(String name, List<String> cells) {
        return new GridColumn(name, false, false, cells);
    }

    /** A column of any values; numbers are aligned, with as many places after the point as the column needs. */
    static GridColumn of(String name, List<?> values) {
        List<Object> contents = new ArrayList<>();
        values.forEach(value -> contents.add(content(value)));
        boolean numeric = contents.stream().anyMatch(Number.class::isInstance)
                && contents.stream().allMatch(value -> value == null || value.equals("") || value instanceof Number);
        if (!numeric) {
            List<String> cells = new ArrayList<>();
            contents.forEach(value -> cells.add(value == null ? null : BoundedText.cell(value)));
            return new GridColumn(name, false, false, cells);
        }
        return new GridColumn(name, true, false, numbers(contents));
    }

    /** The numbers of rows, counted from 0. */
    static GridColumn numbering(int rows) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            cells.add(Integer.toString(i));
        }
        return new GridColumn("", true, true, cells);
    }

    GridColumn asIndex() {
        return new GridColumn(name, numeric, true, cells);
    }

    private static Object content(Object value) {
        return switch (value) {
            case Optional<?> optional -> optional.isPresent() ? optional.get() : "";
            case OptionalInt optional -> optional.isPresent() ? optional.getAsInt() : "";
            case OptionalLong optional -> optional.isPresent() ? optional.getAsLong() : "";
            case OptionalDouble optional -> optional.isPresent() ? optional.getAsDouble() : "";
            case null, default -> value;
        };
    }

    private static List<String> numbers(List<Object> values) {
        int places = 0;
        double largest = 0;
        boolean plain = true;
        for (Object value : values) {
            if (isFraction(value) && Double.isFinite(((Number) value).doubleValue())) {
                double size = Math.abs(((Number) value).doubleValue());
                plain &= size == 0 || size < LARGEST_PLAIN && size >= SMALLEST_PLAIN;
                largest = Math.max(largest, size);
                places = Math.max(places, Math.max(1, rounded(value).scale()));
            }
        }
        places = Math.min(places, largest < 0.1 ? MOST_PLACES_OF_SMALL : MOST_PLACES);
        List<String> cells = new ArrayList<>();
        for (Object value : values) {
            if (!isFraction(value) || !Double.isFinite(((Number) value).doubleValue())) {
                cells.add(Objects.toString(value, null));
            } else if (plain) {
                cells.add(String.format(Locale.ROOT, "%." + places + "f", new BigDecimal(value.toString())));
            } else {
                cells.add(String.format(Locale.ROOT, "%.4e", ((Number) value).doubleValue()));
            }
        }
        return cells;
    }

    private static boolean isFraction(Object value) {
        return value instanceof Double || value instanceof Float;
    }

    private static BigDecimal rounded(Object value) {
        return new BigDecimal(value.toString()).round(new MathContext(DIGITS)).stripTrailingZeros();
    }
}
