package segue.files;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.ThreadLocalRandom;

/** Writes a file beside its place, then moves it there. */
public final class WholeFile {
    private WholeFile() {}

    /** Writes the whole content to the path it is given, which does not exist yet. */
    @FunctionalInterface
    public interface Content {
        void writeTo(Path part) throws IOException;
    }

    /**
     * Lets {@code content} write beside {@code file}, then moves the result over it. Nothing is left behind where that
     * fails, and {@code file} is as before.
     *
     * @throws IOException if the folder is missing, {@code file} is a folder, or writing fails
     */
    public static void write(Path file, Content content) throws IOException {
        requirePlace(file);
        // A link stays a link: what it points to is written.
        Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        Path part = target.resolveSibling("." + target.getFileName() + "."
                + Long.toHexString(ThreadLocalRandom.current().nextLong()) + ".part");
        try {
            content.writeTo(part);
            move(part, target);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /**
     * Fails early, before hours of work: the file's folder must exist and be writable, and the file must not be a folder
     * or a device itself.
     *
     * @throws FileSystemException naming what is wrong
     */
    public static void requirePlace(Path file) throws FileSystemException {
        Path folder = file.toAbsolutePath().getParent();
        if (file.toString().isEmpty()) {
            throw new FileSystemException("\"\"", null, "is no file name");
        }
        if (folder == null || Files.isDirectory(file)) {
            throw new FileSystemException(file.toString(), null, "is a folder, not a file");
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new FileSystemException(file.toString(), null, "is a device, not a file that can be replaced");
        }
        if (!Files.isDirectory(folder)) {
            throw new NoSuchFileException(folder.toString(), null, "no such folder");
        }
        if (!Files.isWritable(folder)) {
            throw new FileSystemException(folder.toString(), null, "this folder cannot be written to");
        }
    }

    private static void move(Path part, Path target) throws IOException {
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException notHere) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
