package segue.audio.scan;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import segue.files.WholeFile;

/**
 * What a scan has done so far, in a file beside its table: a line is added for every recording as soon as it is done, in
 * one write. A process that is killed loses nothing that it has written; the disk itself is waited for every
 * {@value #SECONDS_BETWEEN_SYNCS} seconds and at the end, so a power cut costs those seconds at most. A line that is not
 * whole, the last one mostly, is told by its check sum and left out. While it is open no other scan can open it.
 */
final class Journal implements AutoCloseable {
    private static final byte[] TITLE = "Segue's journal of a scan, 1\n".getBytes(StandardCharsets.US_ASCII);
    private static final long SECONDS_BETWEEN_SYNCS = 5;

    // Not a channel: an interrupt would close it under the other threads.
    private final RandomAccessFile file;
    private final Path path;
    private final Map<String, Entry> byPath = new HashMap<>();
    private long syncedNanos = System.nanoTime();

    /** Of the disk. */
    private boolean isAhead;

    private Journal(RandomAccessFile file, Path path) {
        this.file = file;
        this.path = path;
    }

    /**
     * Opens the journal at {@code file}, or begins one. What was measured by another definition is dropped.
     *
     * @throws FileSystemException if another scan has it open, or the file is no journal
     */
    static Journal open(Path file, Definition definition) throws IOException {
        WholeFile.requirePlace(file);
        Journal journal = new Journal(new RandomAccessFile(file.toFile(), "rw"), file);
        boolean opened = false;
        try {
            journal.lock(file);
            journal.read(file, definition);
            opened = true;
        } finally {
            if (!opened) {
                journal.file.close();
            }
        }
        return journal;
    }

    /** The last entry of a file. */
    Optional<Entry> of(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    /** The last entry of every file. */
    Iterable<Entry> entries() {
        return byPath.values();
    }

    /** @throws FileSystemException if it cannot be written, as on a full disk; what was added before is kept */
    synchronized void add(Entry entry) throws IOException {
        isAhead = true;
        try {
            file.write(JournalLine.of(entry));
        } catch (IOException notWritten) {
            throw new FileSystemException(
                    path.toString(),
                    null,
                    "cannot be written to: %s; what is done is kept: run it again when that is mended"
                            .formatted(notWritten.getMessage()));
        }
        if (System.nanoTime() - syncedNanos > TimeUnit.SECONDS.toNanos(SECONDS_BETWEEN_SYNCS)) {
            file.getFD().sync();
            isAhead = false;
            syncedNanos = System.nanoTime();
        }
    }

    @Override
    public synchronized void close() throws IOException {
        try (file) {
            if (isAhead) {
                file.getFD().sync();
            }
        }
    }

    private void lock(Path path) throws IOException {
        try {
            if (file.getChannel().tryLock() != null) {
                return;
            }
        } catch (OverlappingFileLockException inThisProcess) {
            // told below
        }
        throw new FileSystemException(
                path.toString(), null, "another scan is writing here: wait for it, or give this one another --out");
    }

    private void read(Path path, Definition definition) throws IOException {
        long whole = 0;
        boolean isCurrent = false;
        InputStream in = new BufferedInputStream(new FileInputStream(file.getFD()), 1 << 20);
        byte[] title = in.readNBytes(TITLE.length);
        if (!Arrays.equals(title, Arrays.copyOf(TITLE, title.length))) {
            throw new FileSystemException(
                    path.toString(), null, "is no journal of a scan, and would be written over: move it elsewhere");
        }
        if (title.length == TITLE.length) {
            whole = TITLE.length;
            Line line = new Line();
            while (line.readFrom(in)) {
                whole += line.size() + 1;
                if (isCurrent) {
                    line.entry().ifPresent(entry -> byPath.put(entry.stamp().path(), entry));
                } else {
                    isCurrent = line.definition().filter(definition::agreesWith).isPresent();
                    if (!isCurrent) {
                        break;
                    }
                }
            }
        }
        if (isCurrent) {
            file.setLength(whole);
            file.seek(whole);
        } else {
            file.setLength(0);
            file.write(TITLE);
            file.write(JournalLine.of(definition));
        }
    }

    private static final class Line extends ByteArrayOutputStream {
        /** Whether a line was read to its end. */
        boolean readFrom(InputStream in) throws IOException {
            reset();
            for (int next = in.read(); next >= 0; next = in.read()) {
                if (next == '\n') {
                    return true;
                }
                write(next);
            }
            return false;
        }

        Optional<Entry> entry() {
            return JournalLine.entry(buf, 0, count);
        }

        Optional<Definition> definition() {
            return JournalLine.definition(buf, 0, count);
        }
    }
}
