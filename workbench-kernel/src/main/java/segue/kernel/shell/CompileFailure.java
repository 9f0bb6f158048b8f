package segue.kernel.shell;

import java.util.List;

/** A cell that does not compile. */
final class CompileFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    CompileFailure(List<Problem> problems) {
        super(
                problems.isEmpty()
                        ? "the cell does not compile"
                        : problems.getFirst().message());
        this.problems = List.copyOf(problems);
    }

    List<Problem> problems() {
        return problems;
    }
}
