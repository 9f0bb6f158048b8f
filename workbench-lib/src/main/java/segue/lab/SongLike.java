package segue.lab;

import java.util.Random;
import segue.matrix.FloatMatrix;

/** Vectors that lie as songs do: in clusters, as close together as genres are, with every column on one scale. */
public final class SongLike {
    /** Songs and features of the well-known catalogue. */
    public static final int SONGS = 170_653;

    public static final int FEATURES = 13;
    private static final int CLUSTERS = 500;
    private static final double WITHIN = 0.4;

    private SongLike() {}

    /** What {@link #vectors} gives, for people. */
    public static String description() {
        return "invented song-like vectors (%d clusters, seeded)".formatted(CLUSTERS);
    }

    /**
     * The same ones for the same numbers.
     *
     * @return shape {@code (rows, columns)}
     */
    public static FloatMatrix vectors(int rows, int columns) {
        Random random = new Random(columns);
        float[] centres = new float[CLUSTERS * columns];
        for (int i = 0; i < centres.length; i++) {
            centres[i] = (float) random.nextGaussian();
        }
        float[] values = new float[Math.multiplyExact(rows, columns)];
        for (int row = 0; row < rows; row++) {
            int centre = random.nextInt(CLUSTERS) * columns;
            for (int c = 0; c < columns; c++) {
                values[row * columns + c] = (float) (centres[centre + c] + WITHIN * random.nextGaussian());
            }
        }
        return FloatMatrix.wrap(rows, columns, values);
    }
}
