package segue.neighbors;

/** Is told how far long work is. Calls come from the working threads, one at a time and in ascending order. */
@FunctionalInterface
public interface ProgressListener {
    ProgressListener NONE = (done, total) -> {};

    /** @param done queries answered, of {@code total} */
    void answered(int done, int total);
}
