package segue.kernel.display;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/** Files that become a part of the notebook, which has to stay small enough to be opened. */
final class EmbeddedFile {
    static final long LARGEST = 10_000_000;

    private EmbeddedFile() {}

    /**
     * @param what {@code "an image"}
     * @throws IllegalArgumentException if there is no such file or it is too large
     */
    static byte[] read(Path file, String what) {
        try {
            if (Files.isDirectory(file)) {
                throw new IllegalArgumentException(file + " is a folder, not " + what);
            }
            checkSize(Files.size(file), file.toString());
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            // The trace of its cause would tell nothing more.
            throw new IllegalArgumentException("there is no file " + file.toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException(file + " could not be read: " + e.getMessage(), e);
        }
    }

    static void checkSize(long bytes, String name) {
        if (bytes > LARGEST) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "%s has %.1f MB, but what is shown becomes a part of the notebook, which takes %.0f MB at most:"
                            + " shorten or compress it",
                    name,
                    bytes / 1e6,
                    LARGEST / 1e6));
        }
    }
}
