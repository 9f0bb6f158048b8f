package segue.audio.scan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.DoubleAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every content is listened to once, however many files hold it, and under whatever names. */
final class KnownContents {
    private static final Logger LOG = LoggerFactory.getLogger(KnownContents.class);
    private static final int MOST_TRIES = 3;

    private final Listener listener;
    private final Map<String, FutureTask<Outcome>> byHash = new ConcurrentHashMap<>();
    private final AtomicInteger heard = new AtomicInteger();
    private final AtomicInteger recognised = new AtomicInteger();
    private final DoubleAdder heardSeconds = new DoubleAdder();

    KnownContents(Journal journal, Listener listener) {
        this.listener = listener;
        for (Entry entry : journal.entries()) {
            FutureTask<Outcome> known = new FutureTask<>(entry::outcome);
            known.run();
            byHash.put(entry.sha256(), known);
        }
    }

    int heard() {
        return heard.get();
    }

    int recognised() {
        return recognised.get();
    }

    double heardSeconds() {
        return heardSeconds.sum();
    }

    /**
     * What the file holds.
     *
     * @throws IOException if it cannot be read, or changes all the time
     */
    Entry entry(Path file) throws IOException {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            FileStamp before = FileStamp.of(file);
            String hash = ContentHash.of(file);
            Outcome outcome = outcome(hash, file);
            Entry entry = new Entry(before, hash, outcome);
            if (listener.lacksFrames(file, entry)) {
                listener.writeFrames(file, hash);
            }
            if (FileStamp.of(file).equals(before)) {
                return entry;
            }
            byHash.remove(hash);
        }
        throw new FileSystemException(
                file.toString(), null, "it changed while it was read: scan again when nothing writes to it");
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
