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
        Random random = new Random(170_653);
        float[] centres = new float[CENTRES * COLUMNS];
        for (int i = 0; i < centres.length; i++) {
            centres[i] = (float) random.nextGaussian();
        }
        float[] values = new float[ROWS * COLUMNS];
        for (int row = 0; row < ROWS; row++) {
            int centre = random.nextInt(CENTRES) * COLUMNS;
            for (int c = 0; c < COLUMNS; c++) {
                values[row * COLUMNS + c] = (float) (centres[centre + c] + 0.4 * random.nextGaussian());
            }
        }
        return FloatMatrix.wrap(ROWS, COLUMNS, values);
    }
}
