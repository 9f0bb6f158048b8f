package segue.page.server;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** A line of JSON a request: when, method, path, status, milliseconds, bytes of the answer's body. */
public final class AccessLog implements AutoCloseable {
    /** As a file: this process's standard error, whatever it is. */
    public static final Path STDERR = Path.of("/dev/stderr");

    private final Optional<PrintStream> out;

    private AccessLog(Optional<PrintStream> out) {
        this.out = out;
    }

    /**
     * @param file is written on at its end; {@link #STDERR} for this process's standard error; empty for no log
     * @throws UncheckedIOException if the file cannot be written, in one sentence
     */
    public static AccessLog to(Optional<Path> file) {
        return new AccessLog(file.map(path -> path.equals(STDERR) ? System.err : opened(path)));
    }

    private static PrintStream opened(Path file) {
        try {
            return new PrintStream(new FileOutputStream(file.toFile(), true), true, StandardCharsets.UTF_8);
        } catch (IOException e) {
            String told = "the access log %s cannot be written (%s): name a file in a folder that can be written"
                    .formatted(file, e.getMessage());
            throw new UncheckedIOException(told, new IOException(told, e));
        }
    }

    /** The texts are the page's own, so they need no escaping. */
    void write(String method, String path, int status, double millis, long bytes) {
        out.ifPresent(to -> to.print("""
                {"time":"%s","method":"%s","path":"%s","status":%d,"ms":%s,"bytes":%d}
                """.formatted(
                        Instant.now().truncatedTo(ChronoUnit.MILLIS),
                        method,
                        path,
                        status,
                        String.format(Locale.ROOT, "%.1f", millis),
                        bytes)));
    }

    @Override
    public void close() {
        out.filter(to -> to != System.err).ifPresent(PrintStream::close);
    }
}
