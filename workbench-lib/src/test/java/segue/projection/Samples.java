package segue.projection;

import java.util.Random;
import segue.matrix.FloatMatrix;

/** Seeded data for the tests of maps. */
final class Samples {
    private Samples() {}

    /** Rows in clusters around random centres: row {@code i} belongs to cluster {@code i % clusters}. */
    static FloatMatrix clusters(int rows, int columns, int clusters, long seed) {
        Random random = new Random(seed);
        float[] centres = new float[clusters * columns];
        for (int i = 0; i < centres.length; i++) {
            centres[i] = (float) (4 * random.nextGaussian());
        }
        float[] values = new float[rows * columns];
        for (int i = 0; i < values.length; i++) {
            int cluster = i / columns % clusters;
            values[i] = centres[cluster * columns + i % columns] + (float) random.nextGaussian();
        }
        return FloatMatrix.wrap(rows, columns, values);
    }

    /** Points of a map, {@code [dimension][point]}, of a standard deviation. */
    static float[][] points(int points, int dimensions, double deviation, long seed) {
        Random random = new Random(seed);
        float[][] positions = new float[dimensions][points];
        for (int i = 0; i < points; i++) {
            for (float[] axis : positions) {
                axis[i] = (float) (deviation * random.nextGaussian());
            }
        }
        return positions;
    }

    /** The length of the difference of two arrays of vectors, as a share of the length of the second. */
    static double relativeError(float[][] found, float[][] wanted) {
        double gaps = 0;
        double squares = 0;
        for (int d = 0; d < wanted.length; d++) {
            for (int i = 0; i < wanted[d].length; i++) {
                gaps += Math.pow((double) found[d][i] - wanted[d][i], 2);
                squares += (double) wanted[d][i] * wanted[d][i];
            }
        }
        return Math.sqrt(gaps / squares);
    }
}
