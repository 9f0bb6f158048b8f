package segue.jobs;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A claim while this process works on it. */
final class RunningJob {
    private static final Logger LOG = LoggerFactory.getLogger(RunningJob.class);

    private final JobClaim claim;
    private final JobProgress progress = new JobProgress();
    private final FutureTask<byte[]> work;
    private final long startedNanos = System.nanoTime();

    RunningJob(JobClaim claim, JobHandler handler) {
        this.claim = claim;
        this.work = new FutureTask<>(() ->
                Objects.requireNonNull(handler.work(claim.payload(), progress), "a handler must return a result"));
    }

    /** Does the work in this thread, until it ends or gives in to {@link #stop}. */
    void run() {
        work.run();
        // The interruption of a stop that came too late is nobody else's.
        Thread.interrupted();
    }

    /** Interrupts the work; whoever stops it says what becomes of the job. */
    void stop() {
        work.cancel(true);
    }

    boolean longerThan(Duration limit) {
        return System.nanoTime() - startedNanos >= limit.toNanos();
    }

    JobClaim claim() {
        return claim;
    }

    JobStatus.Running progress() {
        return progress.now();
    }

    /** How the work ended, once it has been run; empty where it was stopped. */
    Optional<JobStatus> outcome(int largestResult) throws InterruptedException {
        try {
            byte[] result = work.get();
            return Optional.of(
                    result.length <= largestResult
                            ? new JobStatus.Done(result)
                            : JobStatus.Failed.tooLarge(largestResult));
        } catch (CancellationException stopped) {
            return Optional.empty();
        } catch (ExecutionException thrown) {
            if (thrown.getCause() instanceof JobFailedException failed) {
                return Optional.of(new JobStatus.Failed(failed.code(), failed.getMessage()));
            }
            LOG.error("a job failed", thrown.getCause());
            return Optional.of(JobStatus.Failed.broken());
        }
    }
}
