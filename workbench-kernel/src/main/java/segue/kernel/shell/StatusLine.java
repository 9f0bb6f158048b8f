package segue.kernel.shell;

import java.util.Optional;
import java.util.UUID;
import segue.kernel.display.MimeBundle;

/** One line under a cell that changes. Shown when there is something to say, and not before. */
final class StatusLine {
    private String id = "";

    synchronized void show(String line) {
        CellRun run = CellRun.running();
        if (id.isEmpty()) {
            id = UUID.randomUUID().toString();
            run.output.display(MimeBundle.text(line), Optional.of(id));
        } else {
            run.output.updateDisplay(MimeBundle.text(line), id);
        }
    }
}
