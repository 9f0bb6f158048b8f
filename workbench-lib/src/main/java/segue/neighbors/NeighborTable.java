package segue.neighbors;

/**
 * The answers to a batch of queries.
 *
 * @param queries number of queries
 * @param k neighbours a query
 * @param rows row-major, shape {@code (queries, k)}, each query's best first
 * @param distances of those rows, same shape
 */
public record NeighborTable(int queries, int k, int[] rows, float[] distances) {}
