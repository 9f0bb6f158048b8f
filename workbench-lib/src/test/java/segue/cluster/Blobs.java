package segue.cluster;

import java.util.Random;
import segue.matrix.FloatMatrix;

/** Rows whose clusters are known: row {@code i} is of blob {@code i % blobs}. */
final class Blobs {
    private Blobs() {}

    /** Normal around the corners of a grid, 10 standard deviations apart. */
    static FloatMatrix planted(int rows, int columns, int blobs) {
        Random random = new Random(5);
        float[] values = new float[rows * columns];
        for (int row = 0; row < rows; row++) {
            int code = row % blobs;
            for (int c = 0; c < columns; c++, code /= 3) {
                values[row * columns + c] = (float) (10 * (code % 3) + random.nextGaussian());
            }
        }
        return FloatMatrix.wrap(rows, columns, values);
    }

    /** Even noise, no clusters. */
    static FloatMatrix noise(int rows, int columns) {
        Random random = new Random(6);
        float[] values = new float[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat();
        }
        return FloatMatrix.wrap(rows, columns, values);
    }
}
