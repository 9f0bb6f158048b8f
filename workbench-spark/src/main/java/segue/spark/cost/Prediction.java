package segue.spark.cost;

import segue.spark.neighbors.BlockLayout;
import segue.spark.neighbors.Way;

/**
 * What a search would cost.
 *
 * @param way never {@link Way#AUTO}
 * @param layout how it would be cut
 * @param wallSeconds from beginning to end
 * @param secondsATask on average
 * @param shuffledBytes in all
 * @param shuffledBytesATask read by one task, on average
 */
public record Prediction(
        Way way,
        BlockLayout layout,
        double wallSeconds,
        double secondsATask,
        long shuffledBytes,
        long shuffledBytesATask) {}
