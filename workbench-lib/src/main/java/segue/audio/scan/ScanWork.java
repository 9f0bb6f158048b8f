package segue.audio.scan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import segue.progress.Progress;

/** The recordings of one scan: which of them are done already, and the others, shared out among threads. */
final class ScanWork {
    /** @param path as the person named it or its folder */
    record Done(String path, Entry entry) {}

    private final Journal journal;
    private final Listener listener;
    private final KnownContents contents;
    private final List<ScanReport.Failure> failures;
    private final List<Path> files = new ArrayList<>();
    private final List<Optional<Entry>> entries = new ArrayList<>();
    private final List<Integer> todo = new ArrayList<>();
    private final AtomicInteger next = new AtomicInteger();
    private volatile boolean stopped;
    private boolean interrupted;
    private int unchanged;

    ScanWork(Journal journal, Listener listener, List<ScanReport.Failure> failures) {
        this.journal = journal;
        this.listener = listener;
        this.contents = new KnownContents(journal.entries(), listener);
        this.failures = failures;
    }

    /** Looks at every file, and leaves for {@link #run} those that are new or have changed. */
    void plan(List<Path> recordings) {
        Set<String> seen = new HashSet<>();
        for (Path file : recordings) {
            try {
                FileStamp stamp = FileStamp.of(file);
                if (seen.add(stamp.path())) {
                    Optional<Entry> known = journal.of(stamp.path()).filter(entry -> isDone(file, stamp, entry));
                    files.add(file);
                    entries.add(known);
                    if (known.isPresent()) {
                        unchanged++;
                    } else {
                        todo.add(files.size() - 1);
                    }
                }
            } catch (IOException unreadable) {
                failures.add(ScanReport.Failure.of(file, unreadable));
            }
        }
    }

    private boolean isDone(Path file, FileStamp stamp, Entry entry) {
        return entry.stamp().equals(stamp) && !listener.lacksFrames(file, entry);
    }

    /**
     * Works on what is left.
     *
     * @throws CancellationException if the thread is interrupted; what is done by then is in the journal
     */
    void run(int jobs, Progress progress) throws IOException {
        runOn(jobs, progress);
        if (interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the scan was interrupted; what is done is kept: run it again to go on");
        }
    }

    private void runOn(int jobs, Progress progress) throws IOException {
        int workers = Math.min(jobs, todo.size());
        if (workers == 0) {
            return;
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(
                workers, Thread.ofPlatform().name("segue-scan-", 1).daemon().factory())) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < workers; i++) {
                running.add(pool.submit(() -> {
                    takeFiles(progress);
                    return null;
                }));
            }
            for (Future<?> worker : running) {
                await(worker, pool);
            }
        }
    }

    int left() {
        return todo.size();
    }

    int unchanged() {
        return unchanged;
    }

    int heard() {
        return contents.heard();
    }

    int recognised() {
        return contents.recognised();
    }

    double heardSeconds() {
        return contents.heardSeconds();
    }

    /** Every file that is done, in the order they were given; those that are unusable are told as failures too. */
    List<Done> done() {
        List<Done> done = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            String path = PathText.of(files.get(i));
            entries.get(i).ifPresent(entry -> {
                done.add(new Done(path, entry));
                if (entry.outcome() instanceof Outcome.Unusable(String reason)) {
                    failures.add(new ScanReport.Failure(path, reason));
                }
            });
        }
        return done;
    }

    private void takeFiles(Progress progress) throws IOException {
        boolean finished = false;
        try {
            for (int i = next.getAndIncrement(); i < todo.size() && !stopped; i = next.getAndIncrement()) {
                int file = todo.get(i);
                Optional<Entry> entry = take(files.get(file));
                synchronized (entries) {
                    entries.set(file, entry);
                }
                progress.step();
            }
            finished = true;
        } finally {
            stopped |= !finished;
        }
    }

    /** A file that cannot be read is told; what cannot be written ends the scan. */
    private Optional<Entry> take(Path file) throws IOException {
        Entry entry;
        try {
            entry = contents.entry(StoredRecording.of(file));
        } catch (IOException unreadable) {
            synchronized (failures) {
                failures.add(ScanReport.Failure.of(file, unreadable));
            }
            return Optional.empty();
        }
        journal.add(entry);
        return Optional.of(entry);
    }

    private void await(Future<?> worker, ExecutorService pool) throws IOException {
        if (interrupted) {
            return;
        }
        try {
            worker.get();
        } catch (InterruptedException stop) {
            interrupted = true;
            stopped = true;
            pool.shutdownNow();
        } catch (ExecutionException failure) {
            switch (failure.getCause()) {
                case IOException problem -> throw problem;
                case UncheckedIOException problem -> throw problem.getCause();
                case RuntimeException problem -> throw problem;
                case Error problem -> throw problem;
                default -> throw new IllegalStateException(failure.getCause());
            }
        }
    }
}
