package segue.neighbors;

import java.util.Random;
import segue.matrix.FloatMatrix;

/** Distances in double precision, straight from their definitions; and seeded data to try them on. */
final class Reference {
    private Reference() {}

    static FloatMatrix random(long seed, int rows, int columns) {
        Random random = new Random(seed);
        float[] values = new float[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return FloatMatrix.wrap(rows, columns, values);
    }

    /** Few different values, so that many distances are equal. */
    static FloatMatrix coarse(long seed, int rows, int columns) {
        Random random = new Random(seed);
        float[] values = new float[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(2);
        }
        return FloatMatrix.wrap(rows, columns, values);
    }

    /** Rows of one value, which come ever closer to 0. */
    static FloatMatrix descending(int rows) {
        float[] values = new float[rows];
        for (int row = 0; row < rows; row++) {
            values[row] = rows - row;
        }
        return FloatMatrix.wrap(rows, 1, values);
    }

    /** Clusters of different width, as songs have them. */
    static FloatMatrix clustered(long seed, int rows, int columns) {
        Random random = new Random(seed);
        FloatMatrix centres = random(seed + 1, 20, columns);
        float[] values = new float[rows * columns];
        for (int row = 0; row < rows; row++) {
            int centre = random.nextInt(20);
            double width = 0.02 * (1 + centre);
            for (int c = 0; c < columns; c++) {
                values[row * columns + c] = (float) (centres.get(centre, c) + width * random.nextGaussian());
            }
        }
        return FloatMatrix.wrap(rows, columns, values);
    }

    static double distance(Distance distance, float[] a, float[] b) {
        float[] weights = distance.weights();
        double sum = 0;
        double largest = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            double weight = weights.length == 0 ? 1 : weights[i];
            double difference = (double) a[i] - b[i];
            sum += switch (distance.metric()) {
                case EUCLIDEAN, SQUARED_EUCLIDEAN -> weight * difference * difference;
                case MANHATTAN, CHEBYSHEV -> weight * Math.abs(difference);
                case COSINE, DOT -> weight * a[i] * b[i];
            };
            largest = Math.max(largest, weight * Math.abs(difference));
            aa += weight * a[i] * a[i];
            bb += weight * b[i] * b[i];
        }
        return switch (distance.metric()) {
            case EUCLIDEAN -> Math.sqrt(sum);
            case SQUARED_EUCLIDEAN, MANHATTAN -> sum;
            case CHEBYSHEV -> largest;
            case COSINE -> aa * bb > 0 ? 1 - sum / Math.sqrt(aa * bb) : 1;
            case DOT -> -sum;
        };
    }

    /** What rounding may change: 1e-5 of the distance; of dot products, of the lengths multiplied. */
    static double tolerance(Distance distance, float[] a, float[] b) {
        double size = distance.metric() == Metric.DOT
                ? Math.sqrt(distance(new Distance(Metric.DOT), a, a) * distance(new Distance(Metric.DOT), b, b))
                : distance(distance, a, b);
        return 1e-5 * size + 1e-12;
    }
}
