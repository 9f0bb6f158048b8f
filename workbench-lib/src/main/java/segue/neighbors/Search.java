package segue.neighbors;

import java.util.BitSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * What to look for.
 *
 * <pre>{@code
 * Search.nearest(10)                                          // ten nearest rows
 * Search.farthest(3).among(recentRows)                    // three farthest among some rows
 * Search.nearest(10).withoutSelf().onThreads(2)               // of every row but itself, on two threads
 * }</pre>
 *
 * @param k how many rows, at least 0; all there are where {@code k} is larger
 * @param farthest the farthest rows instead of the nearest
 * @param excludeSelf leave out the row that is itself the query; only where queries are rows of the index
 * @param among the rows that may be found; null for all
 * @param threads that work on a batch, 1 to 1,024
 * @param progress is told how far a batch is
 */
public record Search(
        int k, boolean farthest, boolean excludeSelf, BitSet among, int threads, ProgressListener progress) {
    public static final int MAX_THREADS = 1024;

    /** @throws IllegalArgumentException if {@code k} or {@code threads} is out of its range */
    public Search {
        if (k < 0) {
            throw new IllegalArgumentException("k must be at least 0 but was " + k);
        }
        if (threads < 1 || threads > MAX_THREADS) {
            throw new IllegalArgumentException("threads must be in [1, %d] but was %d".formatted(MAX_THREADS, threads));
        }
    }

    /** The {@code k} nearest rows, on every core. */
    public static Search nearest(int k) {
        return new Search(
                k,
                false,
                false,
                null,
                Math.min(Runtime.getRuntime().availableProcessors(), MAX_THREADS),
                ProgressListener.NONE);
    }

    /** The {@code k} farthest rows, on every core. */
    public static Search farthest(int k) {
        return nearest(k).withFarthest(true);
    }

    public Search withFarthest(boolean farthest) {
        return new Search(k, farthest, excludeSelf, among, threads, progress);
    }

    /** Leaves out the row that is itself the query (its duplicates stay). */
    public Search withoutSelf() {
        return new Search(k, farthest, true, among, threads, progress);
    }

    /** Only rows whose bit is set; the set is copied. */
    public Search among(BitSet rows) {
        return new Search(k, farthest, excludeSelf, (BitSet) rows.clone(), threads, progress);
    }

    /** Only those of the first {@code size} rows that {@code rows} accepts. */
    public Search among(int size, IntPredicate rows) {
        BitSet accepted =
                IntStream.range(0, size).filter(rows).collect(() -> new BitSet(size), BitSet::set, BitSet::or);
        return new Search(k, farthest, excludeSelf, accepted, threads, progress);
    }

    public Search onThreads(int threads) {
        return new Search(k, farthest, excludeSelf, among, threads, progress);
    }

    public Search reporting(ProgressListener progress) {
        return new Search(k, farthest, excludeSelf, among, threads, progress);
    }
}
