package segue.jobs;

/** Works on the jobs of one kind. */
@FunctionalInterface
public interface JobHandler {
    /**
     * Does the work; several threads may at once. Where the job is cancelled, takes too long, or the queue is closed, the thread is
     * interrupted, and whatever it returns is thrown away. A job may be begun again elsewhere after its process was killed:
     * what is left behind outside the result must bear that.
     *
     * @param payload as it was submitted
     * @param progress to be told how far it is
     * @return the result
     * @throws JobFailedException if it cannot be done, saying why to people; any other exception is a mistake of ours: the job
     *     fails without details, and they are logged
     */
    byte[] work(byte[] payload, JobProgress progress) throws JobFailedException, InterruptedException;
}
