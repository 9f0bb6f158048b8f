package segue.spark.session;

/** Spark could not go on; the message says why in one sentence. */
public final class SparkFailure extends UnsupportedOperationException {
    private static final long serialVersionUID = 1;

    SparkFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
