package segue.kernel.shell;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import segue.kernel.display.MimeBundle;

/**
 * Where a cell's output goes, and where its input comes from. May be called from any thread, also after the cell has
 * ended (a thread that the cell left running): it still belongs to that cell.
 */
public interface CellOutput {
    /**
     * That of the cell to which the calling thread belongs.
     *
     * @throws IllegalStateException before the first cell
     */
    static CellOutput current() {
        return CellRun.running().output;
    }

    /** Whether a person sees it. */
    default boolean isShown() {
        return true;
    }

    void stdout(String text);

    void stderr(String text);

    /** @param displayId by which {@link #updateDisplay} finds it again */
    void display(MimeBundle bundle, Optional<String> displayId);

    void updateDisplay(MimeBundle bundle, String displayId);

    /** @param wait until the next output comes */
    void clearOutput(boolean wait);

    /**
     * Sends a message of a comm, as Jupyter calls a channel to code of the front end.
     *
     * @param type {@code "comm_open"}, {@code "comm_msg"} or {@code "comm_close"}
     */
    default void comm(String type, Map<String, ?> content, Map<String, ?> metadata, List<byte[]> buffers) {
        throw new IllegalStateException("there is no front end here that a comm could reach");
    }

    /**
     * Asks the person at the front end for a line and waits for it.
     *
     * @return null at the end of input, which a person says by Ctrl-D
     * @throws java.io.IOException if the front end allows no input, or the wait was interrupted
     */
    String readLine(String prompt, boolean password) throws java.io.IOException;
}
