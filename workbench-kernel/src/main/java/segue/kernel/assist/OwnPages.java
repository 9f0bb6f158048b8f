package segue.kernel.assist;

import java.util.ArrayList;
import java.util.List;
import segue.kernel.variables.VariableSummary;

/** What the notebook itself has declared, with the values of its variables. */
final class OwnPages {
    private final NotebookView notebook;

    OwnPages(NotebookView notebook) {
        this.notebook = notebook;
    }

    /** @param hidden whether the cell being written declares the name again, so that the variable is not meant */
    List<Finding> of(String name, boolean hidden) {
        List<Finding> found = new ArrayList<>();
        if (hidden) {
            return found;
        }
        for (NotebookView.Variable variable : notebook.variables()) {
            if (variable.name().equals(name)) {
                VariableSummary now = VariableSummary.of(
                        name, variable.type(), notebook.value(name).orElse(null));
                String size = now.size().isEmpty() ? "" : "    // size " + now.size();
                found.add(new Finding(now.type() + " " + name + " = " + now.summary() + size, "", "", false));
            }
        }
        for (NotebookView.Method method : notebook.methods()) {
            if (method.name().equals(name)) {
                found.add(new Finding(
                        method.header().strip() + "    // " + method.cell(), method.comment(), method.text(), false));
            }
        }
        for (NotebookView.Type type : notebook.types()) {
            if (type.name().equals(name)) {
                found.add(new Finding(type.text() + "    // " + type.cell(), type.comment(), "", false));
            }
        }
        return found;
    }
}
