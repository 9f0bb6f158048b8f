package segue.cluster;

import segue.matrix.FloatMatrix;
import smile.clustering.CentroidClustering;
import smile.clustering.Clustering;
import smile.math.MathEx;

/**
 * k-means: k points such that rows are, squared and summed, as near as can be to the nearest of them.
 *
 * <p>S. Lloyd, Least squares quantization in PCM, 1982; D. Arthur and S. Vassilvitskii, k-means++: the advantages of careful
 * seeding, 2007.
 */
public final class KMeans {
    private KMeans() {}

    /** @throws IllegalArgumentException if there are fewer rows than clusters */
    public static Clusters fit(FloatMatrix rows, KMeansOptions options) {
        if (rows.rows() < options.k()) {
            throw new IllegalArgumentException(
                    "%,d clusters need as many rows but there are %,d".formatted(options.k(), rows.rows()));
        }
        double[][] data = new double[rows.rows()][rows.columns()];
        for (int row = 0; row < data.length; row++) {
            for (int column = 0; column < rows.columns(); column++) {
                data[row][column] = rows.get(row, column);
            }
        }
        MathEx.setSeed(options.seed());
        CentroidClustering<double[], double[]> found =
                smile.clustering.KMeans.lloyd(data, new Clustering.Options(options.k(), options.iterations()));
        float[] centroids = new float[options.k() * rows.columns()];
        for (int i = 0; i < centroids.length; i++) {
            centroids[i] = (float) found.centers()[i / rows.columns()][i % rows.columns()];
        }
        int[] labels = found.group().clone();
        FloatMatrix means = FloatMatrix.wrap(options.k(), rows.columns(), centroids);
        return new Clusters(labels, means, inertia(rows, labels, means), options.iterations());
    }

    private static double inertia(FloatMatrix rows, int[] labels, FloatMatrix means) {
        double sum = 0;
        for (int row = 0; row < labels.length; row++) {
            for (int column = 0; column < rows.columns(); column++) {
                double difference = rows.get(row, column) - means.get(labels[row], column);
                sum += difference * difference;
            }
        }
        return sum;
    }
}
