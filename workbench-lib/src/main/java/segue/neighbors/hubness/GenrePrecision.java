package segue.neighbors.hubness;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import segue.neighbors.NeighborTable;

/**
 * The share of the nearest rows that have a genre in common with the row asked for. Rows without a genre are neither asked
 * nor counted; rows by the same artist are not counted; of the rest the first k in the list count, fewer where the list ends
 * before. A row with none to count is left out.
 */
final class GenrePrecision {
    /** Of a row that is left out. */
    static final double LEFT_OUT = Double.NaN;

    private GenrePrecision() {}

    /** One value a row, 0 to 1. */
    static double[] ofRows(NeighborTable ranked, RowLabels labels, int k) {
        double[] precision = new double[ranked.queries()];
        for (int row = 0; row < precision.length; row++) {
            int counted = 0;
            int right = 0;
            for (int i = row * ranked.k(); i < (row + 1) * ranked.k() && counted < k; i++) {
                int neighbour = ranked.rows()[i];
                if (counts(labels, row, neighbour)) {
                    counted++;
                    right += labels.shareGenre(row, neighbour) ? 1 : 0;
                }
            }
            precision[row] = counted == 0 ? LEFT_OUT : (double) right / counted;
        }
        return precision;
    }

    /** What rows drawn by chance would get, by 100 draws for every row; empty where none of them counts. */
    static OptionalDouble byChance(RowLabels labels, long seed) {
        int rows = labels.rows();
        SplittableRandom random = new SplittableRandom(seed);
        long counted = 0;
        long right = 0;
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < 100; i++) {
                int other = random.nextInt(rows);
                if (other != row && counts(labels, row, other)) {
                    counted++;
                    right += labels.shareGenre(row, other) ? 1 : 0;
                }
            }
        }
        return counted == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) right / counted);
    }

    private static boolean counts(RowLabels labels, int row, int other) {
        return labels.hasGenre(row) && labels.hasGenre(other) && !labels.shareArtist(row, other);
    }

    /** {@code some - others}, row by row; left out where either is. */
    static double[] differences(double[] some, double[] others) {
        return IntStream.range(0, some.length)
                .mapToDouble(row -> some[row] - others[row])
                .toArray();
    }

    static double[] counted(double... precision) {
        return Arrays.stream(precision).filter(value -> !Double.isNaN(value)).toArray();
    }
}
