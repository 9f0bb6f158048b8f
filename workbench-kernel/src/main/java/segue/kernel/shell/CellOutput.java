package segue.kernel.shell;

import java.util.Optional;
import segue.kernel.display.MimeBundle;

/**
 * Where a cell's output goes, and where its input comes from. May be called from any thread, also after the cell has
 * ended (a thread that the cell left running): it still belongs to that cell.
 */
public interface CellOutput {
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
     * Asks the person at the front end for a line and waits for it.
     *
     * @throws java.io.IOException if the front end allows no input, or the wait was interrupted
     */
    String readLine(String prompt, boolean password) throws java.io.IOException;
}
