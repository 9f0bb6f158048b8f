package segue.spark.rows;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import segue.matrix.FloatMatrix;

/**
 * Some rows of a table.
 *
 * @param numbers of the rows, ascending
 * @param ids one a row; null where the table has none
 * @param columns values a row
 * @param values row-major
 */
public record RowBlock(long[] numbers, String[] ids, int columns, float[] values) implements Serializable {

    public int rows() {
        return numbers.length;
    }

    /** Shares the values. */
    public FloatMatrix matrix() {
        return FloatMatrix.wrap(rows(), columns, values);
    }

    /** Rows gathered into blocks of at most {@code size}, none of them empty. */
    public static Iterator<RowBlock> gather(Iterator<NumberedRow> rows, int size) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public RowBlock next() {
                if (!rows.hasNext()) {
                    throw new NoSuchElementException();
                }
                List<NumberedRow> some = new ArrayList<>();
                while (some.size() < size && rows.hasNext()) {
                    some.add(rows.next());
                }
                return of(some);
            }
        };
    }

    /** @param rows at least one; in any order */
    public static RowBlock of(List<NumberedRow> rows) {
        List<NumberedRow> sorted = new ArrayList<>(rows);
        sorted.sort(Comparator.comparingLong(NumberedRow::number));
        int columns = sorted.getFirst().values().length;
        boolean named = sorted.getFirst().id() != null;
        long[] numbers = new long[sorted.size()];
        String[] ids = named ? new String[sorted.size()] : null;
        float[] values = new float[Math.multiplyExact(sorted.size(), columns)];
        for (int r = 0; r < numbers.length; r++) {
            NumberedRow row = sorted.get(r);
            numbers[r] = row.number();
            if (named) {
                ids[r] = row.id();
            }
            System.arraycopy(row.values(), 0, values, r * columns, columns);
        }
        return new RowBlock(numbers, ids, columns, values);
    }
}
