package segue.kernel.shell;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import segue.kernel.display.MimeBundle;

/** A notebook for tests: runs cells in order and keeps what they print. */
final class Notebook implements AutoCloseable {
    final JavaShell shell;
    private int count;

    Notebook() {
        this(ShellOptions.defaults());
    }

    Notebook(ShellOptions options) {
        shell = new JavaShell(options);
    }

    /** One cell's output, and what it is to read. */
    static final class Cell implements CellOutput {
        /** Lines to read; empty for the end of input. */
        final Deque<Optional<String>> input = new ArrayDeque<>();

        final List<String> prompts = new ArrayList<>();
        final List<MimeBundle> displays = new ArrayList<>();
        final List<String> updates = new ArrayList<>();
        final Map<String, MimeBundle> latest = new LinkedHashMap<>();
        private final StringBuilder out = new StringBuilder();
        private final StringBuilder err = new StringBuilder();
        boolean cleared;
        CellResult result;

        @Override
        public synchronized void stdout(String text) {
            out.append(text);
        }

        @Override
        public synchronized void stderr(String text) {
            err.append(text);
        }

        synchronized String out() {
            return out.toString();
        }

        /** What stands under each display id now, as text. */
        synchronized List<String> latestTexts() {
            return latest.values().stream()
                    .map(bundle -> bundle.data().get("text/plain"))
                    .toList();
        }

        synchronized String err() {
            return err.toString();
        }

        @Override
        public synchronized void display(MimeBundle bundle, Optional<String> displayId) {
            displays.add(bundle);
            displayId.ifPresent(id -> latest.put(id, bundle));
        }

        @Override
        public synchronized void updateDisplay(MimeBundle bundle, String displayId) {
            updates.add(displayId);
            latest.put(displayId, bundle);
        }

        @Override
        public void clearOutput(boolean wait) {
            cleared = true;
        }

        @Override
        public String readLine(String prompt, boolean password) throws IOException {
            prompts.add(prompt + (password ? "(hidden)" : ""));
            if (input.isEmpty()) {
                throw new IOException("no input is left");
            }
            return input.removeFirst().orElse(null);
        }

        /** The value as text; empty where there is none; fails where the cell failed. */
        String text() {
            return switch (result) {
                case CellResult.Ok ok ->
                    ok.value().map(value -> value.data().get("text/plain")).orElse("");
                case CellResult.Failed failed ->
                    throw new AssertionError(failed.name() + ": " + String.join("\n", failed.traceback()));
            };
        }

        MimeBundle value() {
            text();
            return ((CellResult.Ok) result).value().orElseThrow();
        }

        CellResult.Failed failure() {
            return (CellResult.Failed) result;
        }

        String traceback() {
            return String.join("\n", failure().traceback()).replaceAll("\u001b\\[\\d+m", "");
        }
    }

    Cell run(String code, String... input) {
        Cell cell = new Cell();
        for (String line : input) {
            cell.input.add(Optional.ofNullable(line));
        }
        cell.result = shell.execute(code, ++count, cell);
        return cell;
    }

    /** The value of the last cell, as text. */
    String text(String code) {
        return run(code).text();
    }

    @Override
    public void close() {
        shell.close();
    }
}
