package segue.kernel.variables;

import java.awt.image.BufferedImage;
import java.lang.reflect.Array;
import java.util.Collection;
import java.util.Map;
import segue.catalog.Catalog;
import segue.matrix.FloatMatrix;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** How large a value is. Asks only classes that are known to answer at once. */
final class Shape {
    private Shape() {}

    /** Empty where a value has no size, or could not tell it without effort. */
    static String of(Object value) {
        if (value == null) {
            return "";
        }
        try {
            if (value.getClass().isArray()) {
                return array(value);
            }
            String name = value.getClass().getName();
            if (name.startsWith("java.")) {
                return ofJdk(value);
            }
            return name.startsWith("segue.") || name.startsWith("tech.tablesaw.") ? ofLibrary(value) : "";
        } catch (RuntimeException | LinkageError e) {
            // Another thread may be changing it.
            return "";
        }
    }

    private static String array(Object array) {
        int length = Array.getLength(array);
        if (array instanceof Object[] rows
                && length > 0
                && rows[0] != null
                && rows[0].getClass().isArray()) {
            int columns = Array.getLength(rows[0]);
            for (Object row : rows) {
                if (row == null || !row.getClass().isArray() || Array.getLength(row) != columns) {
                    return Integer.toString(length);
                }
            }
            return length + " × " + columns;
        }
        return Integer.toString(length);
    }

    static String ofJdk(Object value) {
        return switch (value) {
            case Collection<?> collection when Glimpse.isPlainContainer(value) -> Integer.toString(collection.size());
            case Map<?, ?> map when Glimpse.isPlainContainer(value) -> Integer.toString(map.size());
            case CharSequence text -> Integer.toString(text.length());
            case BufferedImage image -> image.getWidth() + " × " + image.getHeight();
            default -> "";
        };
    }

    private static String ofLibrary(Object value) {
        return switch (value) {
            case Table table -> table.rowCount() + " × " + table.columnCount();
            case Column<?> column -> Integer.toString(column.size());
            case FloatMatrix matrix -> matrix.rows() + " × " + matrix.columns();
            case Catalog catalog -> Integer.toString(catalog.size());
            default -> "";
        };
    }
}
