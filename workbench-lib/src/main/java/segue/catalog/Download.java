package segue.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Locale;

/** One download: into a {@code .part} file beside the target, resumed by range, verified, then moved into place. */
final class Download {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final DataSets.DataSet set;
    private final Path file;
    private final Path part;
    private final DataSets.Progress progress;
    private final Duration patience;
    private volatile long lastByteNanos;
    private volatile boolean stalled;

    Download(DataSets.DataSet set, Path file, DataSets.Progress progress) {
        this(set, file, progress, PATIENCE);
    }

    /** @param patience how long to wait for the next byte */
    Download(DataSets.DataSet set, Path file, DataSets.Progress progress, Duration patience) {
        this.set = set;
        this.file = file;
        this.part = file.resolveSibling(file.getFileName() + ".part");
        this.progress = progress;
        this.patience = patience;
    }

    Path run() {
        if (set.url() == null) {
            throw new CatalogException(
                    set.name(), "there is no direct download", set.whereToGet() + "; the file belongs at " + file);
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            if (!complete()) {
                fetch();
            }
            verify();
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            return file;
        } catch (IOException e) {
            throw new CatalogException(
                    set.name(),
                    String.format(
                            Locale.ROOT,
                            "the download from %s to %s broke off: %s",
                            set.url(),
                            part,
                            stalled ? "no byte for " + patience.toSeconds() + " s" : e),
                    "Check the connection, the folder and the room on its disk; the next try goes on where this stopped",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CatalogException(
                    set.name(), "the download was interrupted", "The next try goes on where this stopped", e);
        }
    }

    static MessageDigest digest(DataSets.DataSet set) {
        try {
            return MessageDigest.getInstance(set.algorithm());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1 and SHA-256", e);
        }
    }

    private long have() throws IOException {
        return Files.exists(part) ? Files.size(part) : 0;
    }

    private boolean complete() throws IOException {
        return set.bytes() != null && have() == set.bytes();
    }

    private void fetch() throws IOException, InterruptedException {
        long have = have();
        HttpRequest.Builder request = HttpRequest.newBuilder(set.url()).timeout(patience);
        if (have > 0) {
            request.header("Range", "bytes=" + have + "-");
        }
        try (HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(patience)
                .build()) {
            HttpResponse<InputStream> response =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            lastByteNanos = System.nanoTime();
            Thread watch = Thread.startVirtualThread(() -> breakOffWhenStalled(client));
            try (InputStream body = response.body()) {
                switch (response.statusCode()) {
                    case 200 -> save(body, 0, length(response));
                    case 206 -> save(body, resumedAt(response, have), length(response));
                    case 416 -> restart();
                    default -> throw refused(response.statusCode());
                }
            } finally {
                watch.interrupt();
                client.shutdownNow();
            }
        }
    }

    /** A request's own time limit ends with its headers; this one ends a body that has stopped coming. */
    private void breakOffWhenStalled(HttpClient client) {
        try {
            long left = patience.toNanos();
            while (left > 0) {
                Thread.sleep(Duration.ofNanos(left));
                left = patience.toNanos() - (System.nanoTime() - lastByteNanos);
            }
            stalled = true;
            client.shutdownNow();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private CatalogException refused(int status) {
        return new CatalogException(
                set.name(),
                String.format(Locale.ROOT, "%s answered with status %d", set.url(), status),
                "Try later, or " + set.whereToGet());
    }

    private static long length(HttpResponse<?> response) {
        return response.headers().firstValueAsLong("Content-Length").orElse(-1);
    }

    /** A server may answer with another range than was asked for; that would spoil the file. */
    private static long resumedAt(HttpResponse<?> response, long asked) throws IOException {
        String range = response.headers().firstValue("Content-Range").orElse("");
        if (!range.startsWith("bytes " + asked + "-")) {
            throw new IOException(String.format(Locale.ROOT, "asked for bytes from %d but got '%s'", asked, range));
        }
        return asked;
    }

    private void restart() throws IOException {
        Files.deleteIfExists(part);
        throw new IOException("the server has no bytes past what was here, so it is dropped");
    }

    private void save(InputStream body, long from, long length) throws IOException {
        long total = length < 0 ? -1 : from + length;
        StandardOpenOption how = from == 0 ? StandardOpenOption.TRUNCATE_EXISTING : StandardOpenOption.APPEND;
        byte[] buffer = new byte[1 << 16];
        long done = from;
        try (OutputStream out = Files.newOutputStream(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, how)) {
            for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
                out.write(buffer, 0, count);
                done += count;
                lastByteNanos = System.nanoTime();
                progress.at(done, total);
            }
        }
        if (total >= 0 && done != total) {
            throw new IOException(String.format(Locale.ROOT, "got %,d of %,d bytes", done, total));
        }
    }

    private void verify() throws IOException {
        String expected = set.checksum().orElse(null);
        if (expected == null) {
            return;
        }
        String found = DataSets.digest(part, digest(set));
        if (!found.equalsIgnoreCase(expected)) {
            Files.delete(part);
            throw new CatalogException(
                    set.name(),
                    String.format(
                            Locale.ROOT,
                            "%s of what %s sent is %s, not %s",
                            set.algorithm(),
                            set.url(),
                            found,
                            expected),
                    "The file was dropped; try again, and if it stays so, the publisher has changed it");
        }
    }
}
