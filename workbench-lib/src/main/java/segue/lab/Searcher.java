package segue.lab;

import segue.matrix.FloatMatrix;
import segue.neighbors.NeighborTable;
import segue.neighbors.Neighbors;

/** What a contender made of some rows, ready to be asked. */
public interface Searcher {
    /** The {@code k} nearest rows of one query. */
    Neighbors nearest(float[] query, int k);

    /** The {@code k} nearest rows of every query. */
    NeighborTable nearest(FloatMatrix queries, int k, int threads);

    /** The {@code k} nearest other rows of every row: the k-NN graph. */
    NeighborTable graph(int k, int threads);

    /** Who answers so many queries at once, and why; empty where there is no choice. */
    default String choice(int queries) {
        return "";
    }
}
