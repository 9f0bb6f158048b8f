package segue.neighbors.hubness;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import segue.matrix.FloatMatrix;

/** Seeded spaces to look for hubs in. */
final class Spaces {
    private Spaces() {}

    /** One bell-shaped cloud: the more columns, the more hubs. */
    static FloatMatrix gaussian(long seed, int rows, int columns) {
        Random random = new Random(seed);
        float[] values = new float[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return FloatMatrix.wrap(rows, columns, values);
    }

    /** Genre of each row of {@link #mixture}. */
    static List<String> genres(int rows, int genres) {
        return IntStream.range(0, rows).mapToObj(row -> "genre " + row % genres).toList();
    }

    /** One cloud a genre, around centres so near to each other that the clouds run together. */
    static FloatMatrix mixture(long seed, int rows, int columns, int genres, double distance) {
        FloatMatrix centres = gaussian(seed + 1, genres, columns);
        float[] values = gaussian(seed, rows, columns).values();
        for (int i = 0; i < values.length; i++) {
            values[i] += (float) (distance * centres.get(i / columns % genres, i % columns));
        }
        return FloatMatrix.wrap(rows, columns, values);
    }

    /**
     * Every genre is a star: a fifth of its rows are a tight core, the others lie far out on all sides. These lie near their core and not near each
     * other, so the hubs, which are the cores, are right.
     */
    static FloatMatrix stars(long seed, int rows, int columns, int genres) {
        FloatMatrix centres = gaussian(seed + 1, genres, columns);
        float[] values = gaussian(seed, rows, columns).values();
        for (int i = 0; i < values.length; i++) {
            int row = i / columns;
            double width = row / genres % 5 == 0 ? 0.05 : 1;
            values[i] = (float) (width * values[i] + 0.4 * centres.get(row % genres, i % columns));
        }
        return FloatMatrix.wrap(rows, columns, values);
    }

    /** Two values a column, so that many rows are equal. */
    static FloatMatrix duplicates(long seed, int rows) {
        Random random = new Random(seed);
        float[] values = new float[rows * 3];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(2);
        }
        return FloatMatrix.wrap(rows, 3, values);
    }
}
