package segue.spark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/** What a process writes, read by a thread of its own as it comes. */
final class Output {
    static final int KEPT_LINES = 2_000;

    /** A process that is gone may leave the other end open to another one; then its output is not waited for. */
    private static final long PATIENCE_MILLIS = 5_000;

    private final Deque<String> lines = new ArrayDeque<>();
    private final int most;
    private final Thread reader;

    private Output(InputStream stream, int most) {
        this.most = most;
        this.reader = Thread.ofVirtual().start(() -> read(stream));
    }

    /** @param most lines that are kept, the last ones */
    static Output of(InputStream stream, int most) {
        return new Output(stream, most);
    }

    private void read(InputStream stream) {
        try (BufferedReader text = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = text.readLine(); line != null; line = text.readLine()) {
                add(line);
            }
        } catch (IOException closed) {
            add("what followed could not be read: " + closed.getMessage());
        }
    }

    private synchronized void add(String line) {
        lines.addLast(line);
        if (lines.size() > most) {
            lines.removeFirst();
        }
    }

    synchronized String lastLine() {
        return lines.isEmpty() ? "" : lines.getLast();
    }

    /** All of it, once the process has ended. */
    String text() {
        try {
            reader.join(PATIENCE_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            return String.join("\n", lines);
        }
    }
}
