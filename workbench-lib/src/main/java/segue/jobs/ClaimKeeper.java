package segue.jobs;

import java.time.Duration;
import java.util.Collection;

/** Tells the store of each job that runs here that it does, and how far it is; stops those that may not go on. */
final class ClaimKeeper implements AutoCloseable {
    private static final Duration MOST_BETWEEN = Duration.ofSeconds(1);

    private final JobStore store;
    private final JobQueueOptions options;
    private final Collection<RunningJob> running;
    private Thread thread;

    ClaimKeeper(JobStore store, JobQueueOptions options, Collection<RunningJob> running) {
        this.store = store;
        this.options = options;
        this.running = running;
    }

    /** Nothing happens where it has been started. */
    void start() {
        if (thread == null) {
            thread = Thread.ofPlatform().daemon().name("segue-job-keeper").start(this::keep);
        }
    }

    private void keep() {
        Duration between =
                shortest(options.lease().dividedBy(4), options.timeLimit().dividedBy(4), MOST_BETWEEN);
        try {
            while (true) {
                Thread.sleep(between);
                running.forEach(this::keep);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void keep(RunningJob job) {
        try {
            if (job.longerThan(options.timeLimit())) {
                store.fail(job.claim(), JobStatus.Failed.overdue(options.timeLimit()));
                job.stop();
            } else if (!store.keep(job.claim(), job.progress())) {
                job.stop();
            }
        } catch (QueueUnreachableException away) {
            // The job goes on: its result may still arrive.
        }
    }

    private static Duration shortest(Duration a, Duration b, Duration c) {
        Duration less = a.compareTo(b) < 0 ? a : b;
        return less.compareTo(c) < 0 ? less : c;
    }

    @Override
    public void close() {
        if (thread != null) {
            thread.interrupt();
        }
    }
}
