package segue.neighbors.cells;

import java.util.Random;
import java.util.stream.IntStream;
import segue.matrix.FloatMatrix;
import segue.neighbors.Backend;
import segue.neighbors.Metric;
import segue.neighbors.NeighborIndex;
import segue.neighbors.RowSample;
import segue.neighbors.Search;

/**
 * The middles of cells: k-means of a sample of the rows, a few steps of it. The same for a seed on any number of threads.
 *
 * <p>S. P. Lloyd, Least squares quantization in PCM, 1982.
 */
final class Centroids {
    /** Rows that a centroid is the mean of, before the steps. */
    private static final int ROWS_EACH = 16;

    private static final int STEPS = 4;

    private Centroids() {}

    /** {@code count} of them, at most the number of rows. */
    static FloatMatrix of(FloatMatrix rows, int count, long seed, int threads) {
        int size = (int) Math.min(rows.rows(), (long) count * ROWS_EACH);
        FloatMatrix sample = rows.selectRows(RowSample.of(rows.rows(), size, new Random(seed)));
        FloatMatrix centroids =
                sample.selectRows(IntStream.range(0, Math.min(count, size)).toArray());
        for (int step = 0; step < STEPS; step++) {
            centroids = means(sample, nearest(sample, centroids, threads), centroids);
        }
        return centroids;
    }

    /** Of every row the number of the centroid that it is nearest to. */
    static int[] nearest(FloatMatrix rows, FloatMatrix centroids, int threads) {
        return NeighborIndex.of(centroids, Metric.SQUARED_EUCLIDEAN, Backend.AUTO.resolve())
                .search(rows, Search.nearest(1).onThreads(threads))
                .rows();
    }

    private static FloatMatrix means(FloatMatrix rows, int[] nearest, FloatMatrix before) {
        int columns = rows.columns();
        double[] sums = new double[before.values().length];
        int[] counts = new int[before.rows()];
        for (int row = 0; row < rows.rows(); row++) {
            counts[nearest[row]]++;
            for (int c = 0; c < columns; c++) {
                sums[nearest[row] * columns + c] += rows.values()[row * columns + c];
            }
        }
        float[] means = before.values().clone();
        for (int i = 0; i < means.length; i++) {
            int count = counts[i / columns];
            means[i] = count == 0 ? means[i] : (float) (sums[i] / count);
        }
        return FloatMatrix.wrap(before.rows(), columns, means);
    }
}
