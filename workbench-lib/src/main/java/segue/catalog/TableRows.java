package segue.catalog;

import java.util.List;
import java.util.Optional;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** The rows of a Tablesaw table as text; a missing cell is empty. */
final class TableRows implements RowSource {
    private final Table table;
    private int row;

    TableRows(Table table) {
        this.table = table;
    }

    @Override
    public List<String> header() {
        return table.columnNames();
    }

    @Override
    public Row next() {
        if (row == table.rowCount()) {
            return null;
        }
        String[] fields = new String[table.columnCount()];
        for (int i = 0; i < fields.length; i++) {
            Column<?> column = table.column(i);
            fields[i] = column.isMissing(row) ? "" : column.getUnformattedString(row);
        }
        return new Row(++row, fields, null, String.join(",", fields));
    }

    @Override
    public Optional<String> checksum() {
        return Optional.empty();
    }

    @Override
    public void close() {
        // a table holds nothing open
    }
}
