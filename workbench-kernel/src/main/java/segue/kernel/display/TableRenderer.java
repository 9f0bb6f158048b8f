package segue.kernel.display;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** A Tablesaw table as its head. */
final class TableRenderer implements Renderer<Table> {
    @Override
    public Class<Table> type() {
        return Table.class;
    }

    @Override
    public MimeBundle render(Table table) {
        return grid(table.name() == null ? "" : table.name(), table.columns(), table.rowCount())
                .bundle();
    }

    static Grid grid(String title, List<Column<?>> columns, int rowCount) {
        int rows = Math.min(rowCount, Grid.MOST_ROWS);
        List<GridColumn> shown = columns.stream()
                .limit(Grid.MOST_COLUMNS)
                .map(column -> head(column, rows))
                .toList();
        return Grid.ofTable(title, shown, rowCount, columns.size());
    }

    private static GridColumn head(Column<?> column, int rows) {
        List<Object> values = new ArrayList<>();
        List<String> printed = new ArrayList<>();
        boolean plain = true;
        for (int row = 0; row < rows; row++) {
            boolean missing = column.isMissing(row);
            values.add(missing ? "" : column.get(row));
            printed.add(missing ? "" : column.getString(row));
            plain &= missing || isPlain(printed.getLast(), values.getLast());
        }
        boolean numeric = column instanceof NumericColumn;
        // A column that was given a print format keeps it.
        List<String> cells =
                numeric && plain ? GridColumn.of(column.name(), values).cells() : printed;
        return new GridColumn(column.name(), numeric, false, cells);
    }

    /** Whether a number is printed as by default: {@code 1.0} perhaps as {@code 1}, but not as {@code 1.00}. */
    private static boolean isPlain(String printed, Object value) {
        try {
            BigDecimal exact = new BigDecimal(value.toString());
            return new BigDecimal(printed).compareTo(exact) == 0
                    && printed.length() <= exact.toPlainString().length();
        } catch (NumberFormatException e) {
            return printed.equals(value.toString());
        }
    }
}
