package segue.jobs;

/** The oracle for other stores. */
public final class MemoryStores {
    private MemoryStores() {}

    public static JobStore of(JobQueueOptions options) {
        return new MemoryStore(options);
    }
}
