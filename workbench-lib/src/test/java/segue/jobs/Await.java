package segue.jobs;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for what another thread or process will do, for as long as the slowest machine may need. */
public final class Await {
    private static final long AT_MOST_SECONDS = 60;

    private Await() {}

    public static void await(String what, BooleanSupplier happened) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(AT_MOST_SECONDS);
        while (!happened.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new AssertionError("waited for " + what + " in vain");
            }
            Thread.sleep(2);
        }
    }

    /** What became of a job. */
    public static JobStatus awaitEnd(JobQueue queue, JobId id) throws InterruptedException {
        await("the end of a job", () -> queue.status(id).ended());
        return queue.status(id);
    }
}
