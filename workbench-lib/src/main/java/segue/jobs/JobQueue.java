package segue.jobs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Heavy work that waits for its turn: a bounded line that clients share fairly, threads that work on it, and what became of each
 * job. Safe for any number of threads. Whoever opens a queue closes it.
 */
public final class JobQueue implements AutoCloseable {
    private static final int LONGEST_CLIENT = 200;
    /** How long interrupted work may take to notice. */
    private static final Duration GIVES_IN_WITHIN = Duration.ofSeconds(2);

    private final JobStore store;
    private final JobQueueOptions options;
    private final Map<JobId, RunningJob> running = new ConcurrentHashMap<>();
    private final Set<JobKind> worked = new HashSet<>();
    private final List<Thread> threads = new ArrayList<>();
    private final ClaimKeeper keeper;
    private volatile boolean closed;

    private JobQueue(JobStore store, JobQueueOptions options) {
        this.store = store;
        this.options = options;
        this.keeper = new ClaimKeeper(store, options, running.values());
    }

    /** A queue in the memory of this process, which ends with it. */
    public static JobQueue inProcess(JobQueueOptions options) {
        return new JobQueue(new MemoryStore(options), options);
    }

    /** A queue whose jobs are kept elsewhere; the store is closed with it. */
    public static JobQueue over(JobStore store, JobQueueOptions options) {
        return new JobQueue(store, options);
    }

    public JobQueueOptions options() {
        return options;
    }

    /**
     * Puts a job in the line.
     *
     * @param client whose turn and share it takes, 1 to 200 characters
     * @param payload for the handler, not to be changed any more; deleted once the job has ended
     * @throws QueueFullException if there is no room now
     * @throws IllegalArgumentException if the payload is larger than {@link JobQueueOptions#largestPayload}
     * @throws QueueUnreachableException if the server that keeps the queue does not answer
     */
    public JobId submit(JobKind kind, String client, byte[] payload) {
        requireOpen();
        if (client.isEmpty() || client.length() > LONGEST_CLIENT) {
            throw new IllegalArgumentException(
                    "a client must be 1 to %d characters but was %d".formatted(LONGEST_CLIENT, client.length()));
        }
        if (payload.length > options.largestPayload()) {
            throw new IllegalArgumentException("the payload must be at most %,d bytes but was %,d"
                    .formatted(options.largestPayload(), payload.length));
        }
        JobId id = JobId.random();
        store.add(id, kind, client, payload);
        return id;
    }

    /**
     * What has become of a job.
     *
     * @throws QueueUnreachableException if the server that keeps the queue does not answer
     */
    public JobStatus status(JobId id) {
        JobStatus status = store.status(id);
        if (status instanceof JobStatus.Running && running.get(id) instanceof RunningJob here) {
            return here.progress();
        }
        return status;
    }

    /**
     * Takes a job out of the line, or stops it wherever it runs, within a second or so.
     *
     * @return false where it has ended already, or there is no such job
     * @throws QueueUnreachableException if the server that keeps the queue does not answer
     */
    public boolean cancel(JobId id) {
        boolean cancelled = store.cancel(id);
        if (cancelled && running.get(id) instanceof RunningJob here) {
            here.stop();
        }
        return cancelled;
    }

    /**
     * How many jobs wait, of all who share the queue.
     *
     * @throws QueueUnreachableException if the server that keeps the queue does not answer
     */
    public int waiting() {
        return store.waiting();
    }

    /**
     * Works on all jobs of a kind, until the queue is closed.
     *
     * @param threads jobs of this kind at the same time, 1 to 64; other kinds have threads of their own
     */
    public synchronized void work(JobKind kind, int threads, JobHandler handler) {
        requireOpen();
        Objects.requireNonNull(handler, "the handler must not be null");
        if (threads < 1 || threads > 64) {
            throw new IllegalArgumentException("threads must be in [1, 64] but was " + threads);
        }
        if (!worked.add(kind)) {
            throw new IllegalArgumentException("this queue works on %s already".formatted(kind));
        }
        keeper.start();
        for (int i = 0; i < threads; i++) {
            JobWorker worker = new JobWorker(store, options, kind, handler, running, () -> closed);
            this.threads.add(Thread.ofPlatform()
                    .daemon()
                    .name("segue-job-" + kind.name() + "-" + i)
                    .start(worker));
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the queue is closed");
        }
    }

    /**
     * Takes no more jobs; lets those that run go on for {@link JobQueueOptions#grace}, then interrupts them and gives them back
     * to the line, where another process takes them.
     */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        boolean finished = joined(options.grace());
        if (!finished) {
            for (RunningJob job : running.values()) {
                job.stop();
                giveBack(job);
            }
            joined(GIVES_IN_WITHIN);
        }
        keeper.close();
        store.close();
    }

    private void giveBack(RunningJob job) {
        try {
            store.giveBack(job.claim());
        } catch (QueueUnreachableException away) {
            // Then another takes it when the lease ends.
        }
    }

    /** Whether all threads ended within that time; no longer is waited where this thread is interrupted. */
    private boolean joined(Duration atMost) {
        long until = System.nanoTime() + atMost.toNanos();
        try {
            for (Thread thread : threads) {
                TimeUnit.NANOSECONDS.timedJoin(thread, Math.max(1, until - System.nanoTime()));
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        return threads.stream().noneMatch(Thread::isAlive);
    }
}
