package segue.cluster;

import segue.cluster.simd.VectorScan;
import segue.neighbors.simd.SimdSupport;

/**
 * What k-means spends its time on: which centroid each row is nearest to. In plain Java, or by vectors, whose lanes are rows:
 * both add up in one order and give the same bits at any width.
 */
public interface CentroidScan {
    /** By vectors where the machine's Java has them. */
    static CentroidScan best() {
        return SimdSupport.unavailableReason().isEmpty() ? new VectorScan() : new PlainScan();
    }

    /**
     * Looks at the rows of one tile.
     *
     * @param centroids shape {@code (k, columns)}
     * @param labels the nearest centroid of each row of the tile, of several the first, written from row {@code tile * ROWS} on
     * @param distances to it, squared and euclidean, likewise
     */
    void nearest(Tiles tiles, int tile, float[] centroids, int k, int[] labels, float[] distances);
}
