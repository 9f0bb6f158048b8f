package segue.digest;

/** A mail that was not handed over, or perhaps was; the message says why, and what to do. */
public final class MailException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final boolean perhapsSent;
    private final boolean serverGone;

    MailException(String message, Throwable cause) {
        this(message, cause, false, true);
    }

    MailException(String message, Throwable cause, boolean perhapsSent, boolean serverGone) {
        super(message, cause);
        this.perhapsSent = perhapsSent;
        this.serverGone = serverGone;
    }

    /** Whether the server may have taken it: the connection broke after the last word and before the answer. */
    public boolean isPerhapsSent() {
        return perhapsSent;
    }

    /** Whether another mail will fare no better. */
    boolean isServerGone() {
        return serverGone;
    }
}
