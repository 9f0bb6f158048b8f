package segue.spark.neighbors;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.LongUnaryOperator;
import segue.spark.rows.NumberedRow;

/**
 * Rows on their way, all of one group: of one block of a table, or of one block of queries, or of both.
 *
 * @param numbers of the rows in the table
 * @param values row-major
 */
record Piece(int[] numbers, float[] values) implements Serializable {
    /** Large enough that what stands around the values is little, small enough that many fit beside each other. */
    private static final int MOST_BYTES = 1 << 19;

    int first() {
        return numbers[0];
    }

    int columns() {
        return values.length / numbers.length;
    }

    private static Piece of(List<NumberedRow> rows) {
        int columns = rows.getFirst().values().length;
        int[] numbers = new int[rows.size()];
        float[] values = new float[numbers.length * columns];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (int) rows.get(i).number();
            System.arraycopy(rows.get(i).values(), 0, values, i * columns, columns);
        }
        return new Piece(numbers, values);
    }

    /** Cuts rows into pieces whose rows all have the same group. */
    static Iterator<Piece> cut(Iterator<NumberedRow> rows, LongUnaryOperator group) {
        return new Iterator<>() {
            private NumberedRow pending = rows.hasNext() ? rows.next() : null;

            @Override
            public boolean hasNext() {
                return pending != null;
            }

            @Override
            public Piece next() {
                if (pending == null) {
                    throw new NoSuchElementException();
                }
                long ours = group.applyAsLong(pending.number());
                int most = Math.max(1, MOST_BYTES / 4 / Math.max(1, pending.values().length));
                List<NumberedRow> some = new ArrayList<>();
                while (pending != null && some.size() < most && group.applyAsLong(pending.number()) == ours) {
                    some.add(pending);
                    pending = rows.hasNext() ? rows.next() : null;
                }
                return of(some);
            }
        };
    }
}
