package segue.jobs;

/** A job cannot be done, for a reason that people can do something about. */
public final class JobFailedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;

    /**
     * @param code for programs: {@code not_audio}
     * @param sentence for people: what was wrong, what was expected
     */
    public JobFailedException(String code, String sentence) {
        super(sentence);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
