package segue.dtw;

/** What a path may have cost so far, where only cheap paths are of interest. */
@FunctionalInterface
public interface Budget {
    Budget UNLIMITED = row -> Float.POSITIVE_INFINITY;

    /** The most that the rows before {@code row} may have cost; it may fall from one call to the next, never rise. */
    float before(int row);
}
