package segue.kernel.variables;

import java.util.StringJoiner;
import tech.tablesaw.api.Table;

/** A table by the names of its columns. A class of its own, so that Tablesaw is loaded only where a value is one. */
final class TableGlimpse {
    private static final int MOST_NAMES = 12;

    private TableGlimpse() {}

    static String of(Object value) {
        if (!(value instanceof Table table)) {
            return Glimpse.typeName(value);
        }
        StringJoiner names = new StringJoiner(", ");
        table.columns().stream().limit(MOST_NAMES).forEach(column -> names.add(column.name()));
        return table.columnCount() > MOST_NAMES ? names.add("…").toString() : names.toString();
    }
}
