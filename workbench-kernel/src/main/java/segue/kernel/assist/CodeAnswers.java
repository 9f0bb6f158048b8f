package segue.kernel.assist;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import segue.kernel.display.MimeBundle;
import segue.kernel.magics.Magics;

/** Answers questions about code. Each may come from any thread, also while a cell runs; they are answered in turn. */
public final class CodeAnswers {
    private final NotebookView notebook;
    private final ImportAdvice advice;
    private final Completer completer;
    private final Inspector inspector;
    private final CompletenessCheck completeness;

    public CodeAnswers(NotebookView notebook, Magics magics) {
        this.notebook = notebook;
        advice = new ImportAdvice(notebook);
        CellReader reader = new CellReader(notebook, advice);
        completer = new Completer(reader, notebook, advice, magics);
        inspector = new Inspector(reader, notebook, advice, magics);
        completeness = new CompletenessCheck(notebook, magics);
    }

    /**
     * How code can go on.
     *
     * @param cursor UTF-16 index; one out of range is taken for the nearest in it
     */
    public synchronized Completer.Completed complete(String code, int cursor) {
        int at = Math.clamp(cursor, 0, code.length());
        return Limits.guarded(code, () -> completer.complete(code, at), Completer.Completed.nothing(at));
    }

    /**
     * What stands at the cursor; in a call's arguments, the method.
     *
     * @param detailLevel 1 for the source too
     */
    public synchronized Optional<MimeBundle> inspect(String code, int cursor, int detailLevel) {
        int at = Math.clamp(cursor, 0, code.length());
        return Limits.guarded(code, () -> inspector.inspect(code, at, detailLevel), Optional.empty());
    }

    /** Whether code can run as it stands; empty where that cannot be told. */
    public synchronized Optional<CompletenessCheck.Completeness> isComplete(String code) {
        return Limits.guarded(code, () -> Optional.of(completeness.check(code)), Optional.empty());
    }

    /** Full names to import for simple names that a cell could not resolve; those in doubt are left out. */
    public Set<String> importsFor(Collection<String> simpleNames) {
        return advice.importsFor(simpleNames);
    }

    /** Every class by its simple name; waits until they are known. */
    public ClassIndex classes() {
        return advice.index().join();
    }
}
