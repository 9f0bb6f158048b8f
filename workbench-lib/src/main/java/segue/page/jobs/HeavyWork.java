package segue.page.jobs;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import segue.jobs.JobHandler;
import segue.jobs.JobId;
import segue.jobs.JobKind;
import segue.jobs.JobQueue;
import segue.jobs.JobQueueOptions;
import segue.jobs.JobStatus;
import segue.jobs.QueueFullException;
import segue.jobs.QueueUnreachableException;
import segue.jobs.redis.QueueAddress;
import segue.jobs.redis.RedisQueue;
import segue.page.server.ApiError;
import segue.page.server.Clients;
import segue.page.server.PageMetrics;
import segue.page.server.Paths;

/**
 * The work of the page that no request can wait for. A room offers to do a kind of it and submits jobs; whoever asked gets the job's
 * id at once, and asks {@code /api/jobs} what has become of it. The queue is this process's, or shared with other pages by Redis;
 * what only this process can do stays in it.
 */
public final class HeavyWork implements AutoCloseable {
    /** How long jobs go on when the page is closed; what does not end then has two seconds more to notice. */
    private static final Duration GRACE = Duration.ofSeconds(4);

    private static final long WAITING_BYTES = 256L << 20;
    /** An upload of 32 MiB, and its name. */
    private static final int LARGEST_PAYLOAD = 33 << 20;

    private static final Duration BETWEEN_COMPLAINTS = Duration.ofMinutes(1);
    private static final Logger LOG = LoggerFactory.getLogger(HeavyWork.class);

    private final JobQueue here;
    private final JobQueue shared;
    private final Clients clients;
    private final PageMetrics metrics;
    private final Optional<QueueWatch> watch;
    private final AtomicLong complainedNanos = new AtomicLong(System.nanoTime() - BETWEEN_COMPLAINTS.toNanos());
    private volatile boolean closed;

    private HeavyWork(Optional<QueueAddress> address, Clients clients, PageMetrics metrics) {
        JobQueueOptions options =
                JobQueueOptions.defaults().withGrace(GRACE).withPayloads(WAITING_BYTES, LARGEST_PAYLOAD);
        this.shared =
                address.map(server -> RedisQueue.open(server, options)).orElseGet(() -> JobQueue.inProcess(options));
        this.here = address.isPresent() ? JobQueue.inProcess(options) : shared;
        this.watch = address.map(server -> QueueWatch.start(shared));
        this.clients = clients;
        this.metrics = metrics;
        metrics.gauge(
                "segue_waiting_jobs",
                "Jobs that wait for their turn, of all pages that share the queue.",
                this::waiting);
        metrics.gauge(
                "segue_queue_answers",
                "Whether the queue of jobs answers: 1, or 0 where it does not.",
                () -> answers() ? 1 : 0);
    }

    /**
     * Opens the queue.
     *
     * @param address of the server that pages share; empty for a queue in this process
     * @throws QueueUnreachableException if nothing answers there
     */
    public static HeavyWork open(Optional<QueueAddress> address, Clients clients, PageMetrics metrics) {
        return new HeavyWork(address, clients, metrics);
    }

    /**
     * Works on the jobs of a kind that any page may do.
     *
     * @param threads jobs of this kind at the same time, 1 to 64
     */
    public void offer(JobKind kind, int threads, JobHandler handler) {
        shared.work(kind, threads, JobStage.wholeOf(handler));
    }

    /** Works on the jobs of a kind that only this process can do, since they are about what it alone has. */
    public void offerHere(JobKind kind, int threads, JobHandler handler) {
        here.work(kind, threads, JobStage.wholeOf(handler));
    }

    /**
     * Puts a job in the line, and answers 202 with {@code {"job": id}}.
     *
     * @return the id
     * @throws ApiError 503, if there is no room, or the queue's server does not answer
     */
    public JobId submit(Context ctx, JobKind kind, byte[] payload) {
        return accept(ctx, shared, kind, payload);
    }

    /** The same with a kind that is {@linkplain #offerHere offered here}. */
    public JobId submitHere(Context ctx, JobKind kind, byte[] payload) {
        return accept(ctx, here, kind, payload);
    }

    private record Accepted(String job) {}

    private JobId accept(Context ctx, JobQueue queue, JobKind kind, byte[] payload) {
        JobId id = asked(ctx, () -> queue.submit(kind, clients.of(ctx), payload));
        ctx.status(202);
        Paths.sendJson(ctx, new Accepted(id.text()));
        return id;
    }

    /**
     * Whether a job waits or is worked on.
     *
     * @throws ApiError 503, if the queue's server does not answer
     */
    public boolean isOpen(Context ctx, JobId id) {
        JobStatus status = status(ctx, id);
        return status instanceof JobStatus.Waiting || status instanceof JobStatus.Running;
    }

    /** @throws ApiError 503, if the queue's server does not answer */
    JobStatus status(Context ctx, JobId id) {
        return asked(ctx, () -> {
            JobStatus status = here.status(id);
            return status instanceof JobStatus.Unknown && shared != here ? shared.status(id) : status;
        });
    }

    /** Ends a job that has not ended. */
    void cancel(Context ctx, JobId id) {
        asked(ctx, () -> here.cancel(id) || shared != here && shared.cancel(id));
    }

    private <T> T asked(Context ctx, Supplier<T> question) {
        ApiError refusal;
        try {
            if (!closed) {
                return question.get();
            }
            refusal = stopping();
        } catch (QueueFullException full) {
            refusal = new ApiError(503, full.code(), full.getMessage(), "Try again in a moment.");
        } catch (QueueUnreachableException away) {
            complain(away);
            watch.ifPresent(QueueWatch::away);
            refusal = new ApiError(
                    503,
                    "queue_unreachable",
                    "The queue for longer work does not answer.",
                    "Try again in a minute; the log of the page says more.");
        } catch (IllegalStateException refused) {
            if (!closed) {
                throw refused;
            }
            refusal = stopping();
        }
        ctx.header("Retry-After", Long.toString(QueueFullException.RETRY_AFTER.toSeconds()));
        throw metrics.refused(refusal);
    }

    private static ApiError stopping() {
        return new ApiError(503, "stopping", "The page is being stopped.", "Start it again, then ask again.");
    }

    /** Once in a while: everybody who waits asks twice a second. */
    private void complain(QueueUnreachableException away) {
        long now = System.nanoTime();
        long last = complainedNanos.get();
        if (now - last >= BETWEEN_COMPLAINTS.toNanos() && complainedNanos.compareAndSet(last, now)) {
            LOG.warn(away.getMessage());
        }
    }

    /** Where jobs wait: {@code here}, or {@code shared}. */
    String place() {
        return watch.isPresent() ? "shared" : "here";
    }

    /** Whether the queue answered when it was last asked, some seconds ago at most. */
    boolean answers() {
        return watch.map(QueueWatch::answers).orElse(true);
    }

    int waiting() {
        return watch.map(QueueWatch::waiting).orElse(0) + here.waiting();
    }

    /** Kept busy by tests. */
    public JobQueue queue() {
        return shared;
    }

    /** Takes no more jobs, and lets those that run end, for as long as a page waits for its requests. */
    @Override
    public void close() {
        closed = true;
        watch.ifPresent(QueueWatch::close);
        if (shared == here) {
            here.close();
            return;
        }
        // Side by side, so that both have their grace.
        Thread other = Thread.ofVirtual().start(here::close);
        shared.close();
        try {
            other.join();
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
