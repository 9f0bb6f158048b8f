package segue.jobs;

import java.time.Duration;
import java.util.Optional;

/**
 * Where jobs are kept: lines that clients take turns in, claims of those who work, results. Every call is atomic, and any
 * call may throw {@link QueueUnreachableException} where jobs are kept by a server.
 *
 * <p>A job holds a place from {@link #add} until it has ended; its payload is deleted at that moment. A client may hold as many
 * places, and as many bytes, as are free besides: alone half of all, so that whoever comes new finds room (dynamic thresholds:
 * Choudhury and Hahne, IEEE/ACM Transactions on Networking 6(2), 1998, with factor 1).
 */
public interface JobStore extends AutoCloseable {
    /** How many ended jobs are kept at most, whatever their age. */
    int KEPT = 1_000;

    /**
     * Puts a job at the end of its client's line.
     *
     * @throws QueueFullException if there is no room for it
     */
    void add(JobId id, JobKind kind, String client, byte[] payload);

    /** Takes the job whose turn it is, waiting for one a little while. */
    Optional<JobClaim> take(JobKind kind, Duration wait) throws InterruptedException;

    /** Holds on to a claim, and tells how far it is; false where the job is no longer this claim's: stop working on it. */
    boolean keep(JobClaim claim, JobStatus.Running progress);

    /** Ends a job as done, unless it has ended: the first result counts, even that of a claim that was given up for lost. */
    boolean finish(JobClaim claim, byte[] result);

    /** Ends a job as failed, if it still is this claim's. */
    boolean fail(JobClaim claim, JobStatus.Failed reason);

    /** Puts a job that was not finished back to the front of its line, if it still is this claim's. */
    void giveBack(JobClaim claim);

    JobStatus status(JobId id);

    /** Ends a job as cancelled; false where it has ended, or never was. */
    boolean cancel(JobId id);

    /** How many jobs wait. */
    int waiting();

    @Override
    void close();
}
