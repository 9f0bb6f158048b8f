package segue.page.music;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import segue.audio.decode.WavCopy;
import segue.page.server.ApiError;
import segue.page.server.Workers;

/**
 * Recordings that browsers cannot play, decoded to WAV once: a copy with a known length, so that seeking works. The copies asked
 * for last are kept, up to a gigabyte; one is made at a time.
 */
final class DecodedCopies {
    /** 50 minutes of two channels at 44,100 Hz. */
    static final long MOST_BYTES_OF_ONE = 512L << 20;

    private static final long MOST_BYTES = 1L << 30;
    private static final int PATIENCE_SECONDS = 20;

    private final PrivateFolder folder;
    private final Workers workers;
    private final ReentrantLock lock = new ReentrantLock();
    /** By the stamp of what they are copies of; the one asked for last comes last. */
    private final Map<String, AudioFile> copies = new LinkedHashMap<>(16, 0.75f, true);

    DecodedCopies(PrivateFolder folder, Workers workers) {
        this.folder = folder;
        this.workers = workers;
    }

    /**
     * The copy of a file, which is made now where there is none.
     *
     * @param client whose turn it is to have a worker
     * @throws segue.audio.decode.AudioException if it cannot be decoded, or would be too large
     * @throws ApiError 503, if too many want one
     */
    AudioFile of(AudioFile source, String client) throws IOException {
        try {
            if (!lock.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw busy();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw busy();
        }
        try {
            AudioFile known = copies.get(source.stamp());
            if (known == null) {
                known = workers.answer(client, () -> copy(source.path()));
                copies.put(source.stamp(), known);
                dropOldest();
            }
            return known;
        } catch (UncheckedIOException problem) {
            throw problem.getCause();
        } finally {
            lock.unlock();
        }
    }

    private static ApiError busy() {
        return new ApiError(503, "busy", "Other recordings are being made ready to play.", "Ask again in a second.");
    }

    private AudioFile copy(Path source) {
        try {
            Path file = folder.newFile();
            boolean whole = false;
            try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE)) {
                WavCopy.write(source, out, MOST_BYTES_OF_ONE);
                whole = true;
            } finally {
                if (!whole) {
                    Files.deleteIfExists(file);
                }
            }
            return AudioFile.of(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whoever reads a copy that is dropped goes on reading: the system keeps it until then. */
    private void dropOldest() throws IOException {
        long bytes = copies.values().stream().mapToLong(AudioFile::bytes).sum();
        Iterator<AudioFile> oldest = copies.values().iterator();
        while (bytes > MOST_BYTES && oldest.hasNext()) {
            AudioFile dropped = oldest.next();
            bytes -= dropped.bytes();
            Files.deleteIfExists(dropped.path());
            oldest.remove();
        }
    }
}
