package segue.neighbors;

import java.util.function.Function;
import segue.matrix.FloatMatrix;

/**
 * The k nearest (or farthest) rows of a matrix, of one query, of a batch, or of every row. Safe for use by several threads
 * at once.
 *
 * <pre>{@code
 * NeighborIndex index = NeighborIndex.of(matrix, Metric.EUCLIDEAN);
 * Neighbors five = index.nearest(matrix.row(0), 5);    // row 0 itself comes first, at distance 0
 * NeighborTable graph = index.graph(10);               // ten nearest of every row, itself left out
 * }</pre>
 */
public interface NeighborIndex {

    /** An index on the back end that suits the data, the machine and the number of queries: see {@link #choice}. */
    static NeighborIndex of(FloatMatrix data, Metric metric) {
        return of(data, metric, Backend.AUTO);
    }

    /**
     * An index on a given back end.
     *
     * @throws UnsupportedOperationException with the reason, if that back end cannot be used here or for this metric
     */
    static NeighborIndex of(FloatMatrix data, Metric metric, Backend backend) {
        return of(data, new Distance(metric), backend);
    }

    /**
     * An index by a distance with weights.
     *
     * @throws IllegalArgumentException if the distance has another number of weights than the data has columns
     * @throws UnsupportedOperationException with the reason, if that back end cannot be used here or for this metric
     */
    static NeighborIndex of(FloatMatrix data, Distance distance, Backend backend) {
        return new EngineIndex(data, distance, backend);
    }

    /**
     * An index on an engine of one's own.
     *
     * @param engine is given the rows as the distance wants them (stretched by weights; unit vectors for cosine) and makes
     *     an engine of the metric's accumulation
     */
    static NeighborIndex on(FloatMatrix data, Distance distance, Function<FloatMatrix, SearchEngine> engine) {
        return new EngineIndex(data, distance, engine);
    }

    Distance distance();

    default Metric metric() {
        return distance().metric();
    }

    /** The back end that answers a single query, never {@link Backend#AUTO}. */
    default Backend backend() {
        return choice(1).backend();
    }

    /** The back end that answers so many queries at once, and why; finding out may build what it needs. */
    Choice choice(int queries);

    /**
     * How much of the truth this index finds: the share of the true {@code k} nearest other rows that it finds of 1,000 of
     * its own rows (a seeded sample; all, where there are fewer), which an exact back end looks for too. Exactly 1, without
     * any work and of 0 queries, where the index is exact.
     *
     * @param k at least 0
     */
    Recall recall(int k);

    /** Rows in the index. */
    int size();

    /** Values a vector. */
    int dimensions();

    /**
     * The rows that {@code search} asks for, of one query.
     *
     * @param query shape {@code (dimensions)}, finite
     * @throws IllegalArgumentException if the query has another length or a value that is not finite, if the search
     *     admits rows that are not there, or excludes the query itself (which is no row of the index)
     */
    Neighbors search(float[] query, Search search);

    /**
     * The rows that {@code search} asks for, of a row of the index.
     *
     * @throws IndexOutOfBoundsException if there is no such row
     */
    Neighbors searchRow(int row, Search search);

    /**
     * The rows that {@code search} asks for, of every row of {@code queries}. Interrupting the thread stops the work.
     *
     * @param queries shape {@code (queries, dimensions)}
     * @throws java.util.concurrent.CancellationException if the thread is interrupted; it stays marked as interrupted
     */
    NeighborTable search(FloatMatrix queries, Search search);

    /**
     * The rows that {@code search} asks for, of every row of the index: with {@link Search#withoutSelf} the k-NN graph.
     *
     * @throws java.util.concurrent.CancellationException if the thread is interrupted; it stays marked as interrupted
     */
    NeighborTable graph(Search search);

    /** The {@code k} nearest other rows of every row. */
    default NeighborTable graph(int k) {
        return graph(Search.nearest(k).withoutSelf());
    }

    /**
     * The k rows nearest to {@code query}, nearest first; all rows where {@code k > size()}.
     *
     * @param query shape {@code (dimensions)}, finite
     * @throws IllegalArgumentException if {@code k < 0}, or the query has another length or a value that is not finite
     */
    default Neighbors nearest(float[] query, int k) {
        return search(query, Search.nearest(k));
    }

    /** The k rows farthest from {@code query}, farthest first; otherwise as {@link #nearest}. */
    default Neighbors farthest(float[] query, int k) {
        return search(query, Search.farthest(k));
    }

    /**
     * {@link #nearest(float[], int)} of every row of {@code queries}, on every core.
     *
     * @param queries shape {@code (queries, dimensions)}
     */
    default NeighborTable nearest(FloatMatrix queries, int k) {
        return search(queries, Search.nearest(k));
    }

    /** {@link #farthest(float[], int)} of every row of {@code queries}, on every core. */
    default NeighborTable farthest(FloatMatrix queries, int k) {
        return search(queries, Search.farthest(k));
    }
}
