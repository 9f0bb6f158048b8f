package segue.kernel.magics;

import java.util.List;
import java.util.Optional;
import segue.kernel.variables.VariableSummary;
import segue.kernel.variables.VariableTable;

/** Shows the variables of the notebook. */
final class WhosMagic {
    private WhosMagic() {}

    static Magic whos() {
        return Magic.quiet(
                "%whos",
                "%whos [NAME...]",
                "Shows the variables with their types, sizes and values; all of them, or those named.",
                (names, context) -> {
                    VariableTable table = new VariableTable(named(names.text(), context));
                    context.show(table);
                    return Optional.of(table);
                });
    }

    static Magic who() {
        return Magic.quiet(
                "%who",
                "%who", "Names the variables.", (names, context) -> {
                    List<VariableSummary> variables = context.variables();
                    System.out.println(
                            variables.isEmpty()
                                    ? "There are no variables yet."
                                    : String.join(
                                            "  ",
                                            variables.stream()
                                                    .map(VariableSummary::name)
                                                    .toList()));
                    return Optional.empty();
                });
    }

    private static List<VariableSummary> named(String names, MagicContext context) {
        List<VariableSummary> variables = context.variables();
        if (names.isBlank()) {
            return variables;
        }
        List<String> wanted = List.of(names.strip().split("[\\s,;]+"));
        for (String name : wanted) {
            if (variables.stream().noneMatch(variable -> variable.name().equals(name))) {
                throw new MagicFailure("There is no variable " + name + "; %whos alone shows them all.");
            }
        }
        return variables.stream()
                .filter(variable -> wanted.contains(variable.name()))
                .toList();
    }
}
