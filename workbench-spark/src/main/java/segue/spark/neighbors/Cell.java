package segue.spark.neighbors;

import java.io.Serializable;
import java.util.Comparator;
import org.apache.spark.Partitioner;

/**
 * Where a piece goes, and when it is needed there.
 *
 * @param task number of the task that needs it
 * @param turn pieces of one turn make one block; within a task the turns come in ascending order
 */
record Cell(int task, int turn) implements Serializable, Comparable<Cell> {
    /** The turn of queries: before all blocks of the table. */
    static final int QUERIES = -1;

    private static final Comparator<Cell> ORDER =
            Comparator.comparingInt(Cell::task).thenComparingInt(Cell::turn);

    @Override
    public int compareTo(Cell other) {
        return ORDER.compare(this, other);
    }

    /** One partition a task. */
    static final class ByTask extends Partitioner {
        private static final long serialVersionUID = 1;
        private final int tasks;

        ByTask(int tasks) {
            this.tasks = tasks;
        }

        @Override
        public int numPartitions() {
            return tasks;
        }

        @Override
        public int getPartition(Object key) {
            return ((Cell) key).task();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof ByTask same && same.tasks == tasks;
        }

        @Override
        public int hashCode() {
            return tasks;
        }
    }
}
