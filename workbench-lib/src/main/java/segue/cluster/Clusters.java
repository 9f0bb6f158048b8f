package segue.cluster;

import segue.matrix.FloatMatrix;

/**
 * Rows in groups, each with its mean.
 *
 * @param labels the cluster of each row, 0 to k - 1
 * @param centroids the means, shape {@code (k, columns)}
 * @param inertia squared euclidean distances of all rows to their means, summed
 * @param passes over the rows that were made
 */
public record Clusters(int[] labels, FloatMatrix centroids, double inertia, int passes) {
    public int k() {
        return centroids.rows();
    }

    /** Rows in each cluster, length k. */
    public int[] sizes() {
        int[] sizes = new int[k()];
        for (int label : labels) {
            sizes[label]++;
        }
        return sizes;
    }
}
