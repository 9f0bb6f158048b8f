package segue.kernel.display;

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
        List<Column<?>> shown = columns.subList(0, Math.min(columns.size(), Grid.MOST_COLUMNS));
        List<List<String>> rows = new ArrayList<>();
        for (int row = 0; row < Math.min(rowCount, Grid.MOST_ROWS); row++) {
            List<String> cells = new ArrayList<>();
            for (Column<?> column : shown) {
                cells.add(column.isMissing(row) ? "" : column.getString(row));
            }
            rows.add(cells);
        }
        return new Grid(
                title,
                shown.stream().map(Column::name).toList(),
                shown.stream().map(NumericColumn.class::isInstance).toList(),
                rows,
                rowCount,
                columns.size());
    }
}
