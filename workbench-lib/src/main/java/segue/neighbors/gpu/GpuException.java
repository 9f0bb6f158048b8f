package segue.neighbors.gpu;

/** Why the card cannot do what it was asked to, in one sentence. */
public final class GpuException extends UnsupportedOperationException {
    private static final long serialVersionUID = 1;

    GpuException(String sentence) {
        super(sentence);
    }
}
