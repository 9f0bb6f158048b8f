package segue.kernel.display;

import java.util.List;
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
        List<List<String>> rows =
                table.variables().stream().map(VariableTableRenderer::row).toList();
        return new Grid(
                        "",
                        List.of("name", "type", "size", "value"),
                        List.of(false, false, true, false),
                        rows,
                        rows.size(),
                        4)
                .bundle();
    }

    private static List<String> row(VariableSummary variable) {
        return List.of(variable.name(), variable.type(), variable.size(), variable.summary());
    }
}
