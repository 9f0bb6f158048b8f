package segue.page.music;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the page keeps files for a moment: a new folder below the system's temporary one, which nobody else may look into, and
 * whose files nobody else may read. It goes with the page. What a killed process left is deleted by the next one: a lock that the
 * system lifts when a process ends says whose owner still lives.
 */
final class PrivateFolder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PrivateFolder.class);
    private static final String PREFIX = "segue-page-";
    private static final String LOCK = "lock";

    private final Path path;
    private final FileChannel lock;

    private PrivateFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** A new one below the system's temporary folder. */
    static PrivateFolder create() {
        return create(Path.of(System.getProperty("java.io.tmpdir")));
    }

    /** @throws UncheckedIOException if there can be none, in one sentence */
    static PrivateFolder create(Path parent) {
        try {
            sweep(parent);
            while (true) {
                Path path = Files.createTempDirectory(parent, PREFIX);
                FileChannel lock =
                        FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                // Not lock(), which ends where the thread was interrupted; whoever has it now is about to delete the
                // folder.
                if (lock.tryLock() != null && Files.exists(path.resolve(LOCK))) {
                    return new PrivateFolder(path, lock);
                }
                // Another page took it for abandoned before the lock was on it.
                lock.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "no folder for uploads can be made in %s (%s): name another by -Djava.io.tmpdir or TMPDIR"
                            .formatted(parent, e.getMessage()),
                    e);
        }
    }

    private static void sweep(Path parent) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (Path folder : folders) {
                if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS) && isAbandoned(folder)) {
                    delete(folder);
                }
            }
        }
    }

    private static boolean isAbandoned(Path folder) {
        if (!Files.isWritable(folder)) {
            return false;
        }
        Path file = folder.resolve(LOCK);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
                FileLock held = channel.tryLock()) {
            return held != null;
        } catch (OverlappingFileLockException ours) {
            return false;
        } catch (IOException beingMadeOrNotOurs) {
            return false;
        }
    }

    private static void delete(Path folder) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException stays) {
            LOG.warn("temporary files stay in {}: {}", folder, stays.getMessage());
        }
    }

    /** An empty file that only this user may read and write. */
    Path newFile() throws IOException {
        return Files.createTempFile(path, "", "");
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        delete(path);
        try {
            lock.close();
        } catch (IOException harmless) {
            LOG.debug("a lock could not be given back", harmless);
        }
    }
}
