package segue.kernel.display;

import java.util.List;
import tech.tablesaw.columns.Column;

/** A Tablesaw column as a table of one. */
@SuppressWarnings("rawtypes")
final class ColumnRenderer implements Renderer<Column> {
    @Override
    public Class<Column> type() {
        return Column.class;
    }

    @Override
    public MimeBundle render(Column column) {
        return TableRenderer.grid("", List.of((Column<?>) column), column.size())
                .bundle();
    }
}
