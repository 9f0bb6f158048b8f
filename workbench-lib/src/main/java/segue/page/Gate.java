package segue.page;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Lets {@code workers} requests work and {@code waiting} more wait, first come first served; turns the rest away. */
final class Gate {
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Semaphore places;
    private final Semaphore workers;

    Gate(int workers, int waiting) {
        this.places = new Semaphore(workers + waiting);
        this.workers = new Semaphore(workers, true);
    }

    /**
     * Waits for a worker, at most {@link #PATIENCE}; whoever gets a pass closes it.
     *
     * @throws ApiError 503, if every place is taken or the wait was too long
     */
    Pass enter() {
        if (!places.tryAcquire()) {
            throw busy();
        }
        if (!waitedForWorker()) {
            places.release();
            throw busy();
        }
        return () -> {
            workers.release();
            places.release();
        };
    }

    /** Requests that wait for a worker now. */
    int waiting() {
        return workers.getQueueLength();
    }

    private boolean waitedForWorker() {
        try {
            return workers.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static ApiError busy() {
        return new ApiError(
                503,
                "busy",
                "The page is busy: as many searches as it takes are being worked on.",
                "Ask again in a second.");
    }

    /** The right to work until closed. */
    @FunctionalInterface
    interface Pass extends AutoCloseable {
        @Override
        void close();
    }
}
