package segue.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import segue.matrix.FloatMatrix;
import segue.neighbors.ParallelBlocks;

/**
 * Rows in groups, the largest first. A value: nobody can change it from outside.
 *
 * @param labels the cluster of each row, 0 to k - 1: the one whose centroid is nearest
 * @param centroids shape {@code (k, columns)}; the means of the rows, up to what they moved in the last pass
 * @param inertia squared euclidean distances of all rows to their centroids, summed
 * @param passes over all rows that were made; as many as were allowed where it did not come to rest before
 */
public record Clusters(int[] labels, FloatMatrix centroids, double inertia, int passes) {
    private static final int BLOCK_TILES = 64;

    /** @throws IllegalArgumentException if a label is no cluster */
    public Clusters {
        labels = labels.clone();
        for (int row = 0; row < labels.length; row++) {
            if (labels[row] < 0 || labels[row] >= centroids.rows()) {
                throw new IllegalArgumentException("a label must be in [0, %d] but that of row %d is %d"
                        .formatted(centroids.rows() - 1, row, labels[row]));
            }
        }
    }

    public int k() {
        return centroids.rows();
    }

    /** How many rows there are. */
    public int rows() {
        return labels.length;
    }

    /** A copy, length {@link #rows()}; for one of them {@link #label}. */
    @Override
    public int[] labels() {
        return labels.clone();
    }

    /** The cluster of a row. */
    public int label(int row) {
        return labels[row];
    }

    /** Rows in each cluster, length k. */
    public int[] sizes() {
        int[] sizes = new int[k()];
        for (int label : labels) {
            sizes[label]++;
        }
        return sizes;
    }

    /** The rows of a cluster, ascending. */
    public int[] members(int cluster) {
        int[] members = new int[labels.length];
        int found = 0;
        for (int row = 0; row < labels.length; row++) {
            if (labels[row] == cluster) {
                members[found++] = row;
            }
        }
        return Arrays.copyOf(members, found);
    }

    /** {@link #assign(FloatMatrix, int)} on every core. */
    public int[] assign(FloatMatrix rows) {
        return assign(rows, Runtime.getRuntime().availableProcessors());
    }

    /**
     * The cluster of each of these rows, new ones or the same: the one whose centroid is nearest, of several the first.
     *
     * @param rows shape {@code (rows, columns of the centroids)}, on the scale of the rows that clusters were found in
     * @throws IllegalArgumentException if they have another number of columns
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public int[] assign(FloatMatrix rows, int threads) {
        return Arrays.copyOf(nearest(rows, threads).labels(), rows.rows());
    }

    /**
     * The row of each cluster that is nearest to its centroid, of several the first; -1 for a cluster without rows.
     *
     * @param rows that the clusters were found in
     */
    public int[] medoids(FloatMatrix rows) {
        if (rows.rows() != labels.length) {
            throw new IllegalArgumentException("the clusters are of %,d rows but these are %,d: give the same ones"
                    .formatted(labels.length, rows.rows()));
        }
        float[] distances =
                nearest(rows, Runtime.getRuntime().availableProcessors()).distances();
        int[] medoids = new int[k()];
        Arrays.fill(medoids, -1);
        for (int row = 0; row < labels.length; row++) {
            int standing = medoids[labels[row]];
            if (standing < 0 || distances[row] < distances[standing]) {
                medoids[labels[row]] = row;
            }
        }
        return medoids;
    }

    private record Nearest(int[] labels, float[] distances) {}

    private Nearest nearest(FloatMatrix rows, int threads) {
        if (rows.columns() != centroids.columns()) {
            throw new IllegalArgumentException("the clusters are of rows of %d values, but these have %d"
                    .formatted(centroids.columns(), rows.columns()));
        }
        Tiles tiles = Tiles.of(rows);
        int room = tiles.count() * Tiles.ROWS;
        Nearest found = new Nearest(new int[room], new float[room]);
        CentroidScan scan = CentroidScan.best();
        ParallelBlocks.run(tiles.count(), "tiles of rows", BLOCK_TILES, threads, (done, total) -> {}, (from, to) -> {
            for (int tile = from; tile < to; tile++) {
                scan.nearest(tiles, tile, centroids.values(), k(), found.labels(), found.distances());
            }
        });
        return found;
    }

    /** Writes the clusters into one file, 4 bytes a row. */
    public void save(Path file) throws IOException {
        ClustersFile.write(file, this);
    }

    /**
     * Reads clusters that were saved. Nothing in the file is run.
     *
     * @throws IOException if it is no such file, of another version, or damaged; the message says which
     */
    public static Clusters load(Path file) throws IOException {
        return ClustersFile.read(file);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Clusters that
                && Arrays.equals(labels, that.labels)
                && centroids.equals(that.centroids)
                && inertia == that.inertia
                && passes == that.passes;
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(labels) + centroids.hashCode();
    }

    /** {@code "20 clusters of 170,653 rows, inertia 1,052,327"}. */
    @Override
    public String toString() {
        return "%,d clusters of %,d rows, inertia %,.6g".formatted(k(), rows(), inertia);
    }
}
