package segue.spark.graph;

import java.io.Serializable;
import segue.neighbors.Metric;
import segue.neighbors.hnsw.HnswEngine;
import segue.neighbors.hnsw.HnswOptions;

/**
 * How neighbours are looked for.
 *
 * @param k neighbours of each row, 1 to 1,000
 * @param metric euclidean, sqeuclidean, cosine or dot
 * @param partitions that the rows are cut into, 1 to 100,000; 0 for one a 100,000 rows, or two a core
 * @param reach cells that each row asks, the nearest ones; 0 for as few as have the recall that is wanted
 * @param recall that is wanted, above 0 and at most 1; read only where {@code reach} is 0
 * @param seed of everything that is random
 * @param hnsw how each graph is built and searched
 */
public record ApproximateOptions(
        int k, Metric metric, int partitions, int reach, double recall, long seed, HnswOptions hnsw)
        implements Serializable {

    /**
     * @throws IllegalArgumentException if a value is out of its range
     * @throws UnsupportedOperationException if HNSW cannot search by this metric
     */
    public ApproximateOptions {
        require("k", k, 1, 1_000);
        require("partitions", partitions, 0, 100_000);
        require("reach", reach, 0, 100_000);
        if (!(recall > 0 && recall <= 1)) {
            throw new IllegalArgumentException("recall must be in (0, 1] but was " + recall);
        }
        HnswEngine.requireSupported(metric.accumulation());
    }

    /** 10 neighbours, euclidean, everything else chosen by the table, recall 0.95. */
    public static ApproximateOptions defaults() {
        HnswOptions hnsw = HnswOptions.defaults();
        return new ApproximateOptions(10, Metric.EUCLIDEAN, 0, 0, 0.95, hnsw.seed(), hnsw);
    }

    public ApproximateOptions withK(int other) {
        return new ApproximateOptions(other, metric, partitions, reach, recall, seed, hnsw);
    }

    public ApproximateOptions withMetric(Metric other) {
        return new ApproximateOptions(k, other, partitions, reach, recall, seed, hnsw);
    }

    public ApproximateOptions withPartitions(int other) {
        return new ApproximateOptions(k, metric, other, reach, recall, seed, hnsw);
    }

    public ApproximateOptions withReach(int other) {
        return new ApproximateOptions(k, metric, partitions, other, recall, seed, hnsw);
    }

    public ApproximateOptions withRecall(double other) {
        return new ApproximateOptions(k, metric, partitions, reach, other, seed, hnsw);
    }

    public ApproximateOptions withSeed(long other) {
        return new ApproximateOptions(k, metric, partitions, reach, recall, other, hnsw.withSeed(other));
    }

    private static void require(String name, int value, int low, int high) {
        if (value < low || value > high) {
            throw new IllegalArgumentException(
                    "%s must be in [%,d, %,d] but was %,d".formatted(name, low, high, value));
        }
    }
}
