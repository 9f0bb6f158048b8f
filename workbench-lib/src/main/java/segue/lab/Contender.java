package segue.lab;

import java.util.List;
import segue.matrix.FloatMatrix;
import segue.neighbors.Metric;

/** One way to search, with what it promises of its answers. */
public interface Contender {

    /** How an answer is to be judged. */
    enum Promise {
        /** The rows of the oracle, ties by ascending row. */
        SAME_ROWS,
        /** Rows as near as the oracle's; another arithmetic, or another order of ties. */
        SAME_DISTANCES,
        /** Most of the nearest rows; how many, recall tells. */
        APPROXIMATE
    }

    /** What tables and charts call it. */
    String title();

    Promise promise();

    /**
     * Makes itself ready to search {@code rows}.
     *
     * @throws UnsupportedOperationException with the reason, where it cannot run here or not by this metric
     */
    Searcher build(FloatMatrix rows, Metric metric);

    /** The numbers of threads that it is to be tried with, where there are {@code most}. */
    default List<Integer> threads(int most) {
        return List.of(1);
    }

    /** Whether it hands the work to one of the others, and so competes with none. */
    default boolean isChoice() {
        return false;
    }
}
