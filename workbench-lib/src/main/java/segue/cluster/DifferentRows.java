package segue.cluster;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import segue.matrix.FloatMatrix;

/** Counts rows that are not equal to one before them. */
public final class DifferentRows {
    private DifferentRows() {}

    /** The number of different rows; {@code enough} where there are more. */
    public static int upTo(int enough, FloatMatrix rows) {
        Set<Row> found = new HashSet<>();
        for (int row = 0; row < rows.rows() && found.size() < enough; row++) {
            found.add(new Row(rows, row));
        }
        return found.size();
    }

    private record Row(FloatMatrix of, int number) {
        @Override
        public boolean equals(Object other) {
            if (!(other instanceof Row(FloatMatrix matrix, int row))) {
                return false;
            }
            int columns = of.columns();
            for (int i = number * columns, j = row * columns; j < (row + 1) * columns; i++, j++) {
                // By value: 0 and -0 are one.
                if (of.values()[i] != matrix.values()[j]) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public int hashCode() {
            float[] row = of.row(number);
            for (int i = 0; i < row.length; i++) {
                row[i] += 0f;
            }
            return Arrays.hashCode(row);
        }
    }
}
