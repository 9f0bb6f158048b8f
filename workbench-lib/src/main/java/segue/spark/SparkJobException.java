package segue.spark;

/** A job failed, or could not be begun; the message is what it said. */
public final class SparkJobException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int exitCode;

    SparkJobException(String sentence, int exitCode) {
        super(sentence);
        this.exitCode = exitCode;
    }

    SparkJobException(String sentence, Throwable cause) {
        super(sentence, cause);
        this.exitCode = 1;
    }

    /** 2 wrong use, 1 failed, and above 128 where it was killed. */
    public int exitCode() {
        return exitCode;
    }
}
