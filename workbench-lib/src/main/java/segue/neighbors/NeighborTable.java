package segue.neighbors;

import java.util.Arrays;

/**
 * The answers to a batch of queries.
 *
 * @param queries number of queries
 * @param k neighbours a query: what was asked for, or as many as the query with the fewest candidates has
 * @param rows row-major, shape {@code (queries, k)}, each query's best first
 * @param distances of those rows, same shape
 */
public record NeighborTable(int queries, int k, int[] rows, float[] distances) {
    /** The answer to one query, copied. */
    public Neighbors of(int query) {
        if (query < 0 || query >= queries) {
            throw new IndexOutOfBoundsException("query must be in [0, %d) but was %d".formatted(queries, query));
        }
        int from = query * k;
        return new Neighbors(Arrays.copyOfRange(rows, from, from + k), Arrays.copyOfRange(distances, from, from + k));
    }
}
