package segue.spark.neighbors;

import java.io.Serializable;
import segue.neighbors.Distance;
import segue.neighbors.Metric;
import segue.neighbors.Search;

/**
 * What to look for, and how much memory it may take.
 *
 * @param k neighbours a query, at least 1; all rows there are where {@code k} is larger
 * @param distance metric and weights
 * @param farthest the farthest rows instead of the nearest
 * @param scaled whether columns are first given mean 0 and variance 1
 * @param way how the table comes to the queries
 * @param broadcastBytes up to which size of its values a table is broadcast on {@link Way#AUTO}; at least 1
 * @param blockBytes values of one block of the table, and of one of the queries with its answers; 1,024 to 1 GiB
 */
public record NeighborsOptions(
        int k, Distance distance, boolean farthest, boolean scaled, Way way, long broadcastBytes, long blockBytes)
        implements Serializable {
    public static final long BROADCAST_BYTES = 256L << 20;
    /** Collected, sent and indexed a table is held several times: what is larger than this is not broadcast. */
    public static final long MOST_BROADCAST_BYTES = 1L << 30;

    public static final long BLOCK_BYTES = 64L << 20;
    private static final long LEAST_BLOCK_BYTES = 1 << 10;
    private static final long MOST_BLOCK_BYTES = 1L << 30;

    /** @throws IllegalArgumentException if a number is out of its range */
    public NeighborsOptions {
        if (k < 1) {
            throw new IllegalArgumentException("k must be at least 1 but was " + k);
        }
        if (broadcastBytes < 1) {
            throw new IllegalArgumentException("broadcastBytes must be at least 1 but was " + broadcastBytes);
        }
        if (blockBytes < LEAST_BLOCK_BYTES || blockBytes > MOST_BLOCK_BYTES) {
            throw new IllegalArgumentException("blockBytes must be in [%d, %d] but was %d"
                    .formatted(LEAST_BLOCK_BYTES, MOST_BLOCK_BYTES, blockBytes));
        }
    }

    /** The {@code k} nearest by euclidean distance, of values as they are. */
    public static NeighborsOptions nearest(int k) {
        return new NeighborsOptions(
                k, new Distance(Metric.EUCLIDEAN), false, false, Way.AUTO, BROADCAST_BYTES, BLOCK_BYTES);
    }

    public NeighborsOptions by(Distance other) {
        return new NeighborsOptions(k, other, farthest, scaled, way, broadcastBytes, blockBytes);
    }

    public NeighborsOptions withFarthest(boolean yes) {
        return new NeighborsOptions(k, distance, yes, scaled, way, broadcastBytes, blockBytes);
    }

    public NeighborsOptions withScaling(boolean yes) {
        return new NeighborsOptions(k, distance, farthest, yes, way, broadcastBytes, blockBytes);
    }

    public NeighborsOptions by(Way other) {
        return new NeighborsOptions(k, distance, farthest, scaled, other, broadcastBytes, blockBytes);
    }

    public NeighborsOptions withBlockBytes(long bytes) {
        return new NeighborsOptions(k, distance, farthest, scaled, way, broadcastBytes, bytes);
    }

    /** For one thread. */
    Search search(boolean withoutSelf) {
        Search search = Search.nearest(k).withFarthest(farthest).onThreads(1);
        return withoutSelf ? search.withoutSelf() : search;
    }
}
