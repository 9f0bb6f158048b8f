package segue.spark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import segue.matrix.FloatMatrix;
import segue.matrix.Npy;
import segue.spark.rows.RowTable;

/** Rows for tests. */
public final class Rows {
    private Rows() {}

    /** Round heaps about random middles, their rows in random order. */
    public static FloatMatrix heaps(int rows, int columns, int heaps, double spread, long seed) {
        Random random = new Random(seed);
        float[][] middles = new float[heaps][columns];
        for (float[] middle : middles) {
            for (int c = 0; c < columns; c++) {
                middle[c] = random.nextFloat() * 10;
            }
        }
        float[] values = new float[rows * columns];
        for (int row = 0; row < rows; row++) {
            float[] middle = middles[random.nextInt(heaps)];
            for (int c = 0; c < columns; c++) {
                values[row * columns + c] = (float) (middle[c] + spread * random.nextGaussian());
            }
        }
        return FloatMatrix.wrap(rows, columns, values);
    }

    /** A table of these rows. */
    public static RowTable table(FloatMatrix rows, Path file) throws IOException {
        Npy.write(file, rows);
        return TestSession.shared().run(spark -> RowTable.open(spark, file.toString(), List.of()));
    }
}
