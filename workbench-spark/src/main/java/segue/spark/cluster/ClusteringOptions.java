package segue.spark.cluster;

import segue.cluster.KMeansOptions;

/**
 * How clusters of a large table are found.
 *
 * @param kmeans as in the library; its starts are tried on the sample, its iterations are passes over the whole table, and
 *     its threads are the driver's
 * @param sampleRows that the driver finds the start in, at least 1; raised to {@value #ROWS_EACH} for each cluster where
 *     that is more
 */
public record ClusteringOptions(KMeansOptions kmeans, int sampleRows) {
    private static final int ROWS_EACH = 128;

    /** @throws IllegalArgumentException if there is no row in the sample */
    public ClusteringOptions {
        if (sampleRows < 1) {
            throw new IllegalArgumentException("sampleRows must be at least 1 but was " + sampleRows);
        }
        sampleRows = Math.max(sampleRows, ROWS_EACH * kmeans.k());
    }

    /** The library's defaults for {@code k}, and 65,536 rows. */
    public static ClusteringOptions of(int k) {
        return new ClusteringOptions(KMeansOptions.defaults().withK(k), 1 << 16);
    }

    public ClusteringOptions withSeed(long seed) {
        return new ClusteringOptions(kmeans.withSeed(seed), sampleRows);
    }

    public ClusteringOptions withSampleRows(int rows) {
        return new ClusteringOptions(kmeans, rows);
    }
}
