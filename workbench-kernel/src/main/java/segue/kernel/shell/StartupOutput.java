package segue.kernel.shell;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import segue.kernel.display.MimeBundle;

/** Keeps what startup scripts say until there is a cell to show it under; what they say later goes there at once. */
final class StartupOutput implements CellOutput {
    private final List<Consumer<CellOutput>> kept = new ArrayList<>();
    private CellOutput shown;

    /** Shows what was kept; does nothing the second time. */
    synchronized void showIn(CellOutput cell) {
        if (shown == null) {
            shown = cell;
            kept.forEach(output -> output.accept(cell));
            kept.clear();
        }
    }

    private synchronized void say(Consumer<CellOutput> output) {
        if (shown == null) {
            kept.add(output);
        } else {
            output.accept(shown);
        }
    }

    @Override
    public void stdout(String text) {
        say(output -> output.stdout(text));
    }

    @Override
    public void stderr(String text) {
        say(output -> output.stderr(text));
    }

    @Override
    public void display(MimeBundle bundle, Optional<String> displayId) {
        say(output -> output.display(bundle, displayId));
    }

    @Override
    public void updateDisplay(MimeBundle bundle, String displayId) {
        say(output -> output.updateDisplay(bundle, displayId));
    }

    @Override
    public void clearOutput(boolean wait) {
        say(output -> output.clearOutput(wait));
    }

    @Override
    public String readLine(String prompt, boolean password) throws IOException {
        throw new IOException("a startup script cannot ask for input");
    }
}
