package segue.kernel.shell;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import segue.kernel.display.MimeBundle;
import segue.kernel.variables.VariableSummary;

/**
 * Runs Java cells, one at a time, and answers questions about code. Knows nothing of messages and sockets. All positions
 * are UTF-16 indexes into the code.
 */
public interface Shell extends AutoCloseable {
    /** Runs a cell to its end on the calling thread. */
    CellResult execute(String code, int executionCount, CellOutput output);

    /** Runs a handler that a cell has left behind, as a cell of its own without a value; on the thread of the cells. */
    CellResult call(Action action, CellOutput output);

    /** As {@link #call}, on any thread, also while a cell runs; cannot be interrupted. */
    CellResult callBeside(Action action, CellOutput output);

    /** Something that a cell has left to be done. */
    @FunctionalInterface
    interface Action {
        void run() throws Exception;
    }

    /** Stops the cell that runs now, from any thread; does nothing where none runs. */
    void interrupt();

    /** May be called while a cell runs. */
    Completion complete(String code, int cursor);

    /** May be called while a cell runs. */
    Completeness isComplete(String code);

    /** What stands at the cursor, for a tooltip; empty where nothing is known. May be called while a cell runs. */
    Optional<MimeBundle> inspect(String code, int cursor, int detailLevel);

    /** The variables that cells have declared, in that order. May be called while a cell runs. */
    default List<VariableSummary> variables() {
        return List.of();
    }

    @Override
    void close();

    /**
     * @param matches the texts that may replace the code from {@code start} to {@code end}
     * @param start first position replaced
     * @param end position after the last replaced
     * @param types match to its kind ({@code "function"}, {@code "class"}, {@code "keyword"}, {@code "magic"} …), where
     *     known
     * @param signatures match to its signature, where known
     */
    record Completion(
            List<String> matches, int start, int end, Map<String, String> types, Map<String, String> signatures) {}

    /** @param indent what the next line should begin with, where the code is incomplete */
    record Completeness(Status status, String indent) {
        /** As Jupyter names them, in lower case. */
        public enum Status {
            COMPLETE,
            INCOMPLETE,
            INVALID,
            UNKNOWN
        }
    }
}
