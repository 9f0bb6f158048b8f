package segue.jobs;

import java.time.Duration;

/** No job more is taken now. A page answers 503 with {@code Retry-After}. */
public final class QueueFullException extends RuntimeException {
    /** When a place may have become free. */
    public static final Duration RETRY_AFTER = Duration.ofSeconds(10);

    private static final long serialVersionUID = 1L;

    private final String code;

    private QueueFullException(String code, String message) {
        super(message);
        this.code = code;
    }

    /** All places are taken, or all memory. */
    public static QueueFullException full() {
        return new QueueFullException("queue_full", "The queue is full: as much waits in it as it takes.");
    }

    /** The client has as many as are left for others. */
    public static QueueFullException share() {
        return new QueueFullException(
                "queue_share",
                "You have your share of the queue already: wait until one of your jobs is done, or cancel one.");
    }

    /** For programs: {@code queue_full} or {@code queue_share}. */
    public String code() {
        return code;
    }
}
