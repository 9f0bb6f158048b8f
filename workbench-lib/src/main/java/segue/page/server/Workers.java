package segue.page.server;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The threads that compute, as many as set, and the fair line before them. A request waits here without a thread of the
 * system (it has a virtual one), so that however long the line, assets and {@code /health} answer at once. Only computing
 * takes a worker, neither reading nor writing: a client that reads its answer slowly holds up nobody. (Jetty's QoSHandler
 * counts a request until its answer is written.)
 */
public final class Workers implements AutoCloseable {
    /**
     * How long a refusal is held back. Without it, who asks again at once would take the processors from those who wait:
     * refusing costs about as much as a tenth of an answer.
     */
    static final Duration REFUSAL_DELAY = Duration.ofMillis(250);

    private final FairQueue<Task<?>> line;
    private final Timeouts timeouts;
    private final PageMetrics metrics;
    private final List<Thread> threads = new ArrayList<>();

    public Workers(int workers, int waiting, Timeouts timeouts, PageMetrics metrics) {
        this("worker", workers, waiting, timeouts, metrics);
        metrics.waiting(line::size);
    }

    private Workers(String name, int workers, int waiting, Timeouts timeouts, PageMetrics metrics) {
        this.line = new FairQueue<>(workers + waiting);
        this.timeouts = timeouts;
        this.metrics = metrics;
        for (int i = 0; i < workers; i++) {
            threads.add(
                    Thread.ofPlatform().daemon().name("segue-" + name + "-" + i).start(this::work));
        }
    }

    /** Threads that wait for a database, so that one which does not answer keeps nobody from computing. */
    public static Workers forDatabase(int workers, int waiting, Timeouts timeouts, PageMetrics metrics) {
        Workers all = new Workers("database", workers, waiting, timeouts, metrics);
        metrics.waitingForDatabase(all.line::size);
        return all;
    }

    private void work() {
        try {
            while (true) {
                Task<?> task = line.take();
                task.run();
                task.place.giveBack();
                // A task that was given up may have left it.
                Thread.interrupted();
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * What the work answers.
     *
     * @param client whose share of the line is taken
     * @throws ApiError what the work throws; 503, if the client has its share of the places, waits too long, or the work
     *     takes too long, which is then interrupted
     */
    public <T> T answer(String client, Callable<T> work) {
        Task<T> task = new Task<>(new Place(client), work);
        try {
            if (!line.offer(client, task)) {
                Thread.sleep(REFUSAL_DELAY);
                throw metrics.refused(busy());
            }
            return result(task);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            giveUp(task);
            throw metrics.refused(stopping());
        }
    }

    private <T> T result(Task<T> task) throws InterruptedException {
        try {
            try {
                return task.get(timeouts.waiting().toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException slow) {
                if (line.remove(task.place.client, task)) {
                    throw metrics.refused(busy());
                }
                return task.get(timeouts.computing().toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (TimeoutException tooSlow) {
            task.cancel(true);
            throw metrics.refused(overdue());
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case Throwable cause -> throw new IllegalStateException(cause);
            }
        }
    }

    private void giveUp(Task<?> task) {
        if (!line.remove(task.place.client, task)) {
            task.cancel(true);
        }
    }

    /** Requests that wait for a worker now. */
    public int waiting() {
        return line.size();
    }

    /** Ends the threads; what is still being worked on is interrupted. */
    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
    }

    private static ApiError busy() {
        return new ApiError(
                503, "busy", "The page is busy: as much is asked of it as it takes.", "Ask again in a second.");
    }

    private static ApiError overdue() {
        return new ApiError(
                503, "overdue", "The answer took longer than a request may.", "Ask for less, or again in a second.");
    }

    private static ApiError stopping() {
        return new ApiError(503, "stopping", "The page is being stopped.", "Start it again, then ask again.");
    }

    /** A client's place in the line and at work; given back once, however often that is said. */
    private final class Place {
        private final String client;
        private final AtomicBoolean held = new AtomicBoolean(true);

        Place(String client) {
            this.client = client;
        }

        void giveBack() {
            if (held.compareAndSet(true, false)) {
                line.release(client);
            }
        }
    }

    /** Work that gives its place back before its answer is out, so that whoever has the answer finds the place free. */
    private static final class Task<T> extends FutureTask<T> {
        private final Place place;

        Task(Place place, Callable<T> work) {
            super(() -> {
                try {
                    return work.call();
                } finally {
                    place.giveBack();
                }
            });
            this.place = place;
        }
    }
}
