package segue.neighbors;

import segue.matrix.FloatMatrix;

/**
 * Exact k nearest (or farthest) neighbours over the rows of a matrix. Safe for use by several threads at once.
 *
 * <pre>{@code
 * NeighborIndex index = NeighborIndex.of(matrix, Metric.EUCLIDEAN);
 * Neighbors five = index.nearest(matrix.row(0), 5);    // row 0 itself comes first, at distance 0
 * }</pre>
 */
public interface NeighborIndex {

    /** An index on the fastest back end there is here. */
    static NeighborIndex of(FloatMatrix data, Metric metric) {
        return of(data, metric, Backend.AUTO);
    }

    /**
     * An index on a given back end.
     *
     * @throws UnsupportedOperationException with the reason, if that back end cannot be used here
     */
    static NeighborIndex of(FloatMatrix data, Metric metric, Backend backend) {
        return NeighborIndexes.create(data, metric, backend);
    }

    Metric metric();

    /** The back end in use, never {@link Backend#AUTO}. */
    Backend backend();

    /** Rows in the index. */
    int size();

    /** Values a vector. */
    int dimensions();

    /**
     * The k rows nearest to {@code query}, nearest first; all rows where {@code k > size()}.
     *
     * @param query shape {@code (dimensions)}, finite
     * @throws IllegalArgumentException if {@code k < 0}, or the query has another length or a value that is not finite
     */
    Neighbors nearest(float[] query, int k);

    /** The k rows farthest from {@code query}, farthest first; otherwise as {@link #nearest}. */
    Neighbors farthest(float[] query, int k);

    /**
     * {@link #nearest(float[], int)} of every row of {@code queries}, on every core.
     *
     * @param queries shape {@code (queries, dimensions)}
     */
    default NeighborTable nearest(FloatMatrix queries, int k) {
        return NeighborIndexes.batch(this, queries, k, false);
    }

    /** {@link #farthest(float[], int)} of every row of {@code queries}, on every core. */
    default NeighborTable farthest(FloatMatrix queries, int k) {
        return NeighborIndexes.batch(this, queries, k, true);
    }
}
