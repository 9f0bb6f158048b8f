package segue.audio.scan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.DoubleAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens to recordings one by one, to every content once, however many files hold it, and under whatever names. May be
 * used by several threads.
 */
public final class KnownContents {
    private static final Logger LOG = LoggerFactory.getLogger(KnownContents.class);
    private static final int MOST_TRIES = 3;

    private final Listener listener;
    private final Map<String, FutureTask<Outcome>> byHash = new ConcurrentHashMap<>();
    private final AtomicInteger heard = new AtomicInteger();
    private final AtomicInteger recognised = new AtomicInteger();
    private final DoubleAdder heardSeconds = new DoubleAdder();

    KnownContents(Iterable<Entry> entries, Listener listener) {
        this.listener = listener;
        for (Entry entry : entries) {
            FutureTask<Outcome> known = new FutureTask<>(entry::outcome);
            known.run();
            byHash.put(entry.sha256(), known);
        }
    }

    /**
     * For scans whose recordings and journals are elsewhere.
     *
     * @param descriptors those of {@link Definition#names}
     * @param known files whose contents need not be listened to again
     */
    public static KnownContents of(List<String> descriptors, Collection<ScannedFile> known) {
        return new KnownContents(
                known.stream().map(ScannedFile::entry).toList(), new Listener(descriptors, Optional.empty()));
    }

    /**
     * What the recording holds.
     *
     * @throws IOException if it cannot be read, or changes all the time
     */
    public ScannedFile scan(StoredRecording recording) throws IOException {
        return new ScannedFile(entry(recording));
    }

    /** Recordings that were listened to, also in vain. */
    public int heard() {
        return heard.get();
    }

    /** Recordings that were known by their content. */
    public int recognised() {
        return recognised.get();
    }

    /** Sound that was listened to. */
    public double heardSeconds() {
        return heardSeconds.sum();
    }

    Entry entry(StoredRecording recording) throws IOException {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            FileStamp before = recording.stamp();
            Entry entry = recording.read(file -> entry(file, before));
            if (recording.stamp().equals(before)) {
                return entry;
            }
            byHash.remove(entry.sha256());
        }
        throw new FileSystemException(
                recording.name(), null, "it changed while it was read: scan again when nothing writes to it");
    }

    private Entry entry(Path file, FileStamp stamp) throws IOException {
        String hash = ContentHash.of(file);
        Entry entry = new Entry(stamp, hash, outcome(hash, file));
        if (listener.lacksFrames(file, entry)) {
            listener.writeFrames(file, hash);
        }
        return entry;
    }

    private Outcome outcome(String hash, Path file) throws FileSystemException {
        FutureTask<Outcome> mine = new FutureTask<>(() -> listener.listen(file, hash));
        FutureTask<Outcome> earlier = byHash.putIfAbsent(hash, mine);
        if (earlier == null) {
            mine.run();
            heard.incrementAndGet();
        } else {
            recognised.incrementAndGet();
        }
        Outcome outcome = result(earlier == null ? mine : earlier, file);
        if (earlier == null && outcome instanceof Outcome.Heard sound) {
            heardSeconds.add(sound.seconds());
        }
        return outcome;
    }

    private static Outcome result(FutureTask<Outcome> task, Path file) throws FileSystemException {
        try {
            return task.get();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while another thread listened to the same");
        } catch (ExecutionException failure) {
            switch (failure.getCause()) {
                case CancellationException stop -> throw stop;
                case UncheckedIOException notWritten -> throw notWritten;
                case UnsupportedOperationException missing -> throw missing;
                case RuntimeException defect -> {
                    LOG.error("Segue could not work out {}", file, defect);
                    throw new FileSystemException(
                            file.toString(), null, "a defect in Segue, not in the file: " + defect);
                }
                case Error problem -> throw problem;
                default -> throw new IllegalStateException(failure.getCause());
            }
        }
    }
}
