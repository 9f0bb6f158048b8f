package segue.kernel.display;

import java.util.List;
import java.util.function.Function;
import segue.kernel.variables.VariableSummary;
import segue.kernel.variables.VariableTable;

/** Every variable of a notebook, a row each. */
final class VariableTableRenderer implements Renderer<VariableTable> {
    @Override
    public Class<VariableTable> type() {
        return VariableTable.class;
    }

    @Override
    public MimeBundle render(VariableTable table) {
        List<GridColumn> columns = List.of(
                column("name", table, VariableSummary::name),
                column("type", table, VariableSummary::type),
                new GridColumn("size", true, false, cells(table, VariableSummary::size)),
                column("value", table, VariableSummary::summary));
        return Grid.ofTable("", columns, table.variables().size(), columns.size())
                .bundle();
    }

    private static GridColumn column(String name, VariableTable table, Function<VariableSummary, String> text) {
        return GridColumn.text(name, cells(table, text));
    }

    private static List<String> cells(VariableTable table, Function<VariableSummary, String> text) {
        return table.variables().stream().map(text).toList();
    }
}
