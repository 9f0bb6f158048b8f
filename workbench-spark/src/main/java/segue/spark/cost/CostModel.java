package segue.spark.cost;

import java.util.Optional;
import segue.spark.neighbors.BlockLayout;
import segue.spark.neighbors.NeighborsOptions;
import segue.spark.neighbors.Way;

/**
 * Predicts what the k nearest other rows of every row of a table cost.
 *
 * <p>A task of a broadcast search answers its queries; before that every executor receives the table and makes one index. A
 * task of a shuffled search reads its block of queries and its stripe, makes an index of each block in the stripe, and asks
 * each. Tasks run in waves of as many as there are cores.
 *
 * @param constants of the machines that it would run on
 */
public record CostModel(Constants constants) {
    /**
     * @param way broadcast or shuffle
     * @param rows of the table, each looked for
     * @return empty where a table of this size is not broadcast
     * @throws IllegalArgumentException if the way is auto, or there is too much to cut
     */
    public Optional<Prediction> predict(Way way, long rows, int columns, int k, Cluster cluster) {
        return switch (way) {
            case BROADCAST ->
                4L * rows * columns > NeighborsOptions.MOST_BROADCAST_BYTES
                        ? Optional.empty()
                        : Optional.of(broadcast(rows, columns, k, cluster));
            case SHUFFLE -> Optional.of(shuffled(rows, columns, k, cluster));
            case AUTO -> throw new IllegalArgumentException("a prediction is for broadcast or shuffle, not auto");
        };
    }

    private Prediction broadcast(long rows, int columns, int k, Cluster cluster) {
        BlockLayout layout =
                BlockLayout.whole(rows, rows, columns, k, cluster.cores(), NeighborsOptions.BLOCK_BYTES, true);
        double task = constants.secondsATask() + layout.queryBlockRows() * constants.secondsOfQuery(rows);
        double ready =
                4.0 * rows * columns / constants.broadcastBytesASecond() + rows * constants.secondsAnIndexedRow();
        double wall =
                constants.broadcast().seconds(rows, cluster) + ready + waves(layout.queryBlocks(), cluster) * task;
        return new Prediction(Way.BROADCAST, layout, wall, task, 0, 0);
    }

    private Prediction shuffled(long rows, int columns, int k, Cluster cluster) {
        BlockLayout layout =
                BlockLayout.of(rows, rows, columns, k, cluster.cores(), NeighborsOptions.BLOCK_BYTES, true);
        long stripeRows = Math.min(rows, (long) layout.blockRows() * layout.stripeBlocks());
        int blocks = Math.ceilDiv((int) stripeRows, layout.blockRows());
        double task = constants.secondsATask()
                + stripeRows * constants.secondsAnIndexedRow()
                + (long) blocks
                        * layout.queryBlockRows()
                        * constants.secondsOfQuery(Math.min(layout.blockRows(), rows));
        double moved = layout.shuffledBytes() / (constants.shuffledBytesASecond() * cluster.cores());
        double wall = constants.shuffle().seconds(rows, cluster) + moved + waves(layout.tasks(), cluster) * task;
        return new Prediction(Way.SHUFFLE, layout, wall, task, layout.shuffledBytes(), layout.bytesIntoTask());
    }

    private static double waves(long tasks, Cluster cluster) {
        return Math.ceilDiv(tasks, (long) cluster.cores());
    }
}
