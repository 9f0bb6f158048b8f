package segue.jobs;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes jobs of a kind one after the other and works on them; where the store is away, asks again more and more rarely. */
final class JobWorker implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(JobWorker.class);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final JobStore store;
    private final JobQueueOptions options;
    private final JobKind kind;
    private final JobHandler handler;
    private final Map<JobId, RunningJob> running;
    private final BooleanSupplier closed;

    JobWorker(
            JobStore store,
            JobQueueOptions options,
            JobKind kind,
            JobHandler handler,
            Map<JobId, RunningJob> running,
            BooleanSupplier closed) {
        this.store = store;
        this.options = options;
        this.kind = kind;
        this.handler = handler;
        this.running = running;
        this.closed = closed;
    }

    @Override
    public void run() {
        Duration pause = Duration.ZERO;
        try {
            while (!closed.getAsBoolean()) {
                try {
                    Optional<JobClaim> claim = store.take(kind, POLL);
                    if (!pause.isZero()) {
                        LOG.warn("the queue answers again");
                        pause = Duration.ZERO;
                    }
                    if (claim.isPresent()) {
                        workOn(claim.get());
                    }
                } catch (QueueUnreachableException away) {
                    if (pause.isZero()) {
                        LOG.warn(away.getMessage());
                    }
                    pause = longer(pause);
                    Thread.sleep(pause);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void workOn(JobClaim claim) throws InterruptedException {
        RunningJob job = new RunningJob(claim, handler);
        running.put(claim.id(), job);
        try {
            job.run();
            Optional<JobStatus> outcome = job.outcome(options.largestResult());
            if (outcome.isPresent()) {
                publish(claim, outcome.get());
            }
        } finally {
            running.remove(claim.id());
        }
    }

    /** Says how a job ended, and says it again for as long as results are kept where the store is away. */
    private void publish(JobClaim claim, JobStatus outcome) throws InterruptedException {
        long until = System.nanoTime() + options.keptFor().toNanos();
        Duration pause = Duration.ZERO;
        while (true) {
            try {
                switch (outcome) {
                    case JobStatus.Done done -> store.finish(claim, done.result());
                    case JobStatus.Failed failed -> store.fail(claim, failed);
                    default -> throw new IllegalStateException("work ends as done or failed, not as " + outcome);
                }
                return;
            } catch (QueueUnreachableException away) {
                if (closed.getAsBoolean() || System.nanoTime() > until) {
                    LOG.warn("a finished job's result is lost: {}", away.getMessage());
                    return;
                }
                pause = longer(pause);
                Thread.sleep(pause);
            }
        }
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.isZero() ? FIRST_PAUSE : pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }
}
