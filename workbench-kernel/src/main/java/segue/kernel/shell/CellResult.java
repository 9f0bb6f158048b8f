package segue.kernel.shell;

import java.util.List;
import java.util.Optional;
import segue.kernel.display.MimeBundle;

/** How a cell ended. */
public sealed interface CellResult {
    /** @param value of the last expression; empty where the cell ends in none */
    record Ok(Optional<MimeBundle> value) implements CellResult {}

    /**
     * @param name class of the exception, {@code "CompileError"}, or {@code "Interrupted"}
     * @param message one line
     * @param traceback the lines to show, with ANSI colours
     */
    record Failed(String name, String message, List<String> traceback) implements CellResult {}
}
