package segue.jobs;

/** The server that keeps the queue does not do what it should; the message says which, without its password, and what to check. */
public final class QueueUnreachableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public QueueUnreachableException(String message, Throwable cause) {
        super(message, cause);
    }
}
