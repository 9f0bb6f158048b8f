package segue.kernel;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import segue.kernel.display.MimeBundle;
import segue.kernel.shell.CellOutput;
import segue.kernel.shell.CellResult;
import segue.kernel.shell.Shell;

/**
 * A shell whose cells are lines of one command each: {@code echo TEXT} is the value, {@code print TEXT}, {@code err TEXT},
 * {@code lines N}, {@code show TEXT}, {@code update TEXT}, {@code clear}, {@code ask PROMPT}, {@code password PROMPT},
 * {@code sleep MILLIS}, {@code later MILLIS TEXT} (a thread that outlives the cell), {@code fail TEXT}, {@code throw}.
 */
final class TestShell implements Shell {
    private volatile Thread running;
    volatile boolean closed;

    @Override
    public CellResult execute(String code, int executionCount, CellOutput output) {
        running = Thread.currentThread();
        Optional<MimeBundle> value = Optional.empty();
        try {
            for (String line : code.lines().toList()) {
                String[] words = line.split(" ", 2);
                String rest = words.length > 1 ? words[1] : "";
                switch (words[0]) {
                    case "echo" -> value = Optional.of(MimeBundle.text(rest));
                    case "unsendable" ->
                        value = Optional.of(
                                new MimeBundle(Map.of("a/b", rest), Map.of("a/b", Map.of("x", new Object()))));
                    case "count" -> value = Optional.of(MimeBundle.text("" + executionCount));
                    case "print" -> output.stdout(rest + "\n");
                    case "err" -> output.stderr(rest + "\n");
                    case "chars" -> rest.chars().forEach(c -> output.stdout("" + (char) c));
                    case "lines" -> {
                        for (int i = 0; i < Integer.parseInt(rest); i++) {
                            output.stdout("line " + i + "\n");
                        }
                    }
                    case "show" -> output.display(MimeBundle.of("text/html", rest), Optional.of("id-1"));
                    case "json" -> output.display(MimeBundle.of("application/json", rest), Optional.empty());
                    case "update" -> output.updateDisplay(MimeBundle.of("text/html", rest), "id-1");
                    case "clear" -> output.clearOutput(true);
                    case "ask" -> value = Optional.of(MimeBundle.text(output.readLine(rest, false)));
                    case "password" -> value = Optional.of(MimeBundle.text(output.readLine(rest, true)));
                    case "sleep" -> Thread.sleep(Long.parseLong(rest));
                    case "later" -> printLater(rest.split(" ", 2), output);
                    case "fail" -> {
                        return new CellResult.Failed("Failure", rest, List.of("Failure: " + rest, "  cell line 1"));
                    }
                    case "throw" -> throw new StackOverflowError("deep");
                    default -> {
                        return new CellResult.Failed("CompileError", "no such command", List.of(line));
                    }
                }
            }
            return new CellResult.Ok(value);
        } catch (InterruptedException e) {
            return new CellResult.Failed("Interrupted", "stopped", List.of("Interrupted"));
        } catch (IOException e) {
            return new CellResult.Failed("IOException", e.getMessage(), List.of(e.getMessage()));
        } finally {
            running = null;
        }
    }

    @Override
    public CellResult call(Action action, CellOutput output) {
        return callBeside(action, output);
    }

    @Override
    public CellResult callBeside(Action action, CellOutput output) {
        try {
            action.run();
            return new CellResult.Ok(Optional.empty());
        } catch (Exception e) {
            return new CellResult.Failed(e.getClass().getSimpleName(), e.getMessage(), List.of(e.getMessage()));
        }
    }

    private static void printLater(String[] words, CellOutput output) {
        Thread.ofPlatform().daemon().start(() -> {
            try {
                Thread.sleep(Long.parseLong(words[0]));
                output.stdout(words[1]);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Override
    public void interrupt() {
        Thread thread = running;
        if (thread != null) {
            thread.interrupt();
        }
    }

    /** Completes {@code pr} before the cursor to {@code print}. */
    @Override
    public Completion complete(String code, int cursor) {
        if (code.startsWith("broken")) {
            throw new IllegalStateException("no idea");
        }
        int start = cursor;
        while (start > 0 && Character.isLetter(code.charAt(start - 1))) {
            start--;
        }
        return new Completion(
                List.of("print"), start, cursor, Map.of("print", "keyword"), Map.of("print", "print TEXT"));
    }

    @Override
    public Completeness isComplete(String code) {
        return code.endsWith("{")
                ? new Completeness(Completeness.Status.INCOMPLETE, "    ")
                : new Completeness(Completeness.Status.COMPLETE, "");
    }

    @Override
    public Optional<MimeBundle> inspect(String code, int cursor, int detailLevel) {
        return code.startsWith("print") ? Optional.of(MimeBundle.text("print TEXT, at " + cursor)) : Optional.empty();
    }

    @Override
    public void close() {
        closed = true;
    }
}
