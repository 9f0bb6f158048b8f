package segue.kernel.variables;

import java.util.List;

/** All variables of a notebook, to be shown as one table. */
public record VariableTable(List<VariableSummary> variables) {
    public VariableTable {
        variables = List.copyOf(variables);
    }
}
