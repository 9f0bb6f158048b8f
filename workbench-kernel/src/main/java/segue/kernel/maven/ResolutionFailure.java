package segue.kernel.maven;

/** Something could not be found or fetched; the message tells the person what was tried, a line for each try. */
public final class ResolutionFailure extends Exception {
    private static final long serialVersionUID = 1L;

    public ResolutionFailure(String message) {
        super(message);
    }
}
