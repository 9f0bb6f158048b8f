package segue.kernel.assist;

import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Has the compiler read cells around a cursor. The last reading is kept, since the next question is mostly about it. */
final class CellReader {
    private final NotebookView notebook;
    private final ImportAdvice advice;
    private String lastText = "";
    private List<?> lastClasspath = List.of();
    private SoftReference<Attributed> last = new SoftReference<>(null);

    CellReader(NotebookView notebook, ImportAdvice advice) {
        this.notebook = notebook;
        this.advice = advice;
    }

    /**
     * @param code what the compiler makes of the cell
     * @param cellTypes classes that the cell itself declares
     */
    record Reading(Attributed code, Set<String> cellTypes) {}

    /**
     * @param java a cell without magics
     * @param start where the name at the cursor begins
     * @param end where it ends
     */
    Reading read(String java, int start, int end) {
        CursorUnit unit = new CursorUnit(notebook, java, start, end);
        Attributed code = attributed(unit.text(List.of()));
        List<String> lines = new ArrayList<>();
        Set<String> unknown = new TreeSet<>();
        for (String name : unit.mentionedTypes()) {
            if (!notebook.knowsType(name)) {
                unknown.add(name);
            }
        }
        for (String name : unknown) {
            Optional<String> choice = advice.choice(name, code);
            choice.ifPresent(chosen -> lines.add("import " + chosen + ";"));
        }
        return new Reading(lines.isEmpty() ? code : attributed(unit.text(lines)), unit.ownTypes());
    }

    private Attributed attributed(String text) {
        Attributed known = last.get();
        if (known != null && text.equals(lastText) && lastClasspath.equals(notebook.classpath())) {
            return known;
        }
        Attributed code = Attributed.of(text, notebook);
        lastText = text;
        lastClasspath = notebook.classpath();
        last = new SoftReference<>(code);
        return code;
    }
}
