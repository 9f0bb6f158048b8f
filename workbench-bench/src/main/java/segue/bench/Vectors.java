package segue.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import segue.matrix.FloatMatrix;
import segue.matrix.Npy;

/** The vectors that neighbours are looked for in. */
final class Vectors {
    private static final int ROWS = 170_653;
    private static final int COLUMNS = 13;
    private static final int CENTRES = 500;

    private Vectors() {}

    /**
     * The {@code .npy} file that the variable {@code SEGUE_VECTORS} names; without it, seeded clusters of the size of the known
     * catalogue.
     */
    static FloatMatrix open() throws IOException {
        String file = System.getenv("SEGUE_VECTORS");
        if (file != null) {
            return Npy.readMatrix(Path.of(file));
        }
        return clusters(ROWS, COLUMNS);
    }

    /**
     * Likewise, of a shape that a benchmark names among its parameters.
     *
     * @throws IllegalArgumentException if the file has another shape: figures would stand beside the wrong one
     */
    static FloatMatrix open(int rows, int columns) throws IOException {
        if (System.getenv("SEGUE_VECTORS") == null) {
            return clusters(rows, columns);
        }
        FloatMatrix data = open();
        if (data.rows() != rows || data.columns() != columns) {
            throw new IllegalArgumentException(
                    "SEGUE_VECTORS names a file of %d x %d values: add -p rows=%d -p columns=%d"
                            .formatted(data.rows(), data.columns(), data.rows(), data.columns()));
        }
        return data;
    }

    private static FloatMatrix clusters(int rows, int columns) {
        Random random = new Random(170_653);
        float[] centres = new float[CENTRES * columns];
        for (int i = 0; i < centres.length; i++) {
            centres[i] = (float) random.nextGaussian();
        }
        float[] values = new float[rows * columns];
        for (int row = 0; row < rows; row++) {
            int centre = random.nextInt(CENTRES) * columns;
            for (int c = 0; c < columns; c++) {
                values[row * columns + c] = (float) (centres[centre + c] + 0.4 * random.nextGaussian());
            }
        }
        return FloatMatrix.wrap(rows, columns, values);
    }
}
