package segue.page.music;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.function.DoubleConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import segue.page.server.Timeouts;

/**
 * The uploads that wait for the one thread that listens to them, and what became of those before: kept for {@link #KEPT_FOR}, up to
 * {@value #MOST_KEPT}. A client has one upload at a time. The file of an upload is deleted as soon as it has ended, however it ends.
 */
final class UploadLine implements AutoCloseable {
    static final int PLACES = 8;
    static final Duration KEPT_FOR = Duration.ofMinutes(10);
    private static final int MOST_KEPT = 200;
    private static final Logger LOG = LoggerFactory.getLogger(UploadLine.class);

    private final Work work;
    private final Map<String, Job> jobs = new LinkedHashMap<>();
    private final BlockingQueue<Job> waiting = new ArrayBlockingQueue<>(PLACES);
    private final Thread thread;

    /** What is done with an upload. */
    @FunctionalInterface
    interface Work {
        UploadAnswer of(Path file, String name, DoubleConsumer progress) throws UploadFailure;
    }

    /** What has become of an upload. */
    sealed interface State {
        /** @param place in the line, 1 is next */
        record Waiting(int place) implements State {}

        /** @param fraction that is done, 0 to 1 */
        record Running(double fraction) implements State {}

        record Done(UploadAnswer answer) implements State {}

        record Failed(String code, String sentence) implements State {}

        record Cancelled() implements State {}
    }

    private static final class Job {
        private final String client;
        private final Path file;
        private final String name;
        private State state = new State.Waiting(1);
        private long endedNanos;

        Job(String client, Path file, String name) {
            this.client = client;
            this.file = file;
            this.name = name;
        }

        boolean hasEnded() {
            return !(state instanceof State.Waiting || state instanceof State.Running);
        }
    }

    private Job running;

    UploadLine(Work work) {
        this.work = work;
        this.thread = Thread.ofPlatform().daemon().name("segue-upload").start(this::run);
    }

    /** Whether a client has an upload that waits or is listened to. */
    synchronized boolean has(String client) {
        return jobs.values().stream().anyMatch(job -> !job.hasEnded() && job.client.equals(client));
    }

    synchronized boolean isFull() {
        return waiting.remainingCapacity() == 0;
    }

    /**
     * Takes a file over, to be deleted when it is done with.
     *
     * @param id by which it is asked for
     * @return false, where the line is full or the client has one: then the file stays the caller's
     */
    synchronized boolean offer(String id, String client, Path file, String name) {
        forgetOld();
        Job job = new Job(client, file, name);
        if (has(client) || !waiting.offer(job)) {
            return false;
        }
        jobs.put(id, job);
        return true;
    }

    synchronized Optional<State> state(String id) {
        forgetOld();
        return Optional.ofNullable(jobs.get(id))
                .map(job -> job.state instanceof State.Waiting ? new State.Waiting(place(job)) : job.state);
    }

    private int place(Job job) {
        return 1 + List.copyOf(waiting).indexOf(job);
    }

    /** Ends an upload that waits or is listened to; false where it has ended. */
    synchronized boolean cancel(String id) {
        Job job = jobs.get(id);
        if (job == null || job.hasEnded()) {
            return false;
        }
        waiting.remove(job);
        end(job, new State.Cancelled());
        if (job == running) {
            thread.interrupt();
        } else {
            delete(job.file);
        }
        return true;
    }

    private void run() {
        try {
            while (true) {
                Job job = waiting.take();
                if (begin(job)) {
                    State result = listen(job);
                    finish(job, result);
                }
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean begin(Job job) {
        if (job.hasEnded()) {
            return false;
        }
        job.state = new State.Running(0);
        running = job;
        return true;
    }

    private State listen(Job job) {
        State result = new State.Failed("failed", "This went wrong by a fault of the page, which its log tells.");
        try {
            result = new State.Done(work.of(job.file, job.name, fraction -> tell(job, fraction)));
        } catch (UploadFailure reason) {
            result = new State.Failed(reason.code(), reason.getMessage());
        } catch (CancellationException stopped) {
            result = new State.Cancelled();
        } catch (RuntimeException fault) {
            LOG.error("an upload could not be listened to", fault);
        } finally {
            delete(job.file);
        }
        return result;
    }

    private synchronized void tell(Job job, double fraction) {
        if (!job.hasEnded()) {
            job.state = new State.Running(fraction);
        }
    }

    private synchronized void finish(Job job, State result) throws InterruptedException {
        running = null;
        boolean cancelled = job.hasEnded();
        if (!cancelled) {
            end(job, result);
        }
        // An interrupt that was meant for this upload must not stop the thread; one that no cancelling explains closes
        // it.
        if (Thread.interrupted() && !cancelled) {
            throw new InterruptedException();
        }
    }

    private static void end(Job job, State state) {
        job.state = state;
        job.endedNanos = System.nanoTime();
    }

    private void forgetOld() {
        long now = System.nanoTime();
        List<Job> ended =
                new ArrayList<>(jobs.values().stream().filter(Job::hasEnded).toList());
        int tooMany = ended.size() - MOST_KEPT;
        jobs.values()
                .removeIf(job ->
                        job.hasEnded() && (now - job.endedNanos > KEPT_FOR.toNanos() || ended.indexOf(job) < tooMany));
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException stays) {
            LOG.warn("an upload stays in {}: {}", file, stays.getMessage());
        }
    }

    /** Ends what is listened to; files that wait go with the folder they are in. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(Timeouts.STOPPING);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }
}
