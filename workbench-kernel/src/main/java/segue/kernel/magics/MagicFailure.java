package segue.kernel.magics;

/** A magic was used wrongly; the message is for the person who wrote the cell. */
public final class MagicFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MagicFailure(String message) {
        super(message);
    }
}
