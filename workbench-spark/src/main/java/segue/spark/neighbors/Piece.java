package segue.spark.neighbors;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.LongUnaryOperator;
import segue.spark.rows.NumberedRow;

/**
 * Rows on their way that follow each other, all of one group: of one block of a table, or of one block of queries, or of both.
 *
 * @param first number of the first of them in the table
 * @param rows how many
 * @param values row-major
 */
record Piece(int first, int rows, float[] values) implements Serializable {
    /** Large enough that what stands around the values is little, small enough that many fit beside each other. */
    private static final int MOST_BYTES = 1 << 19;

    int columns() {
        return values.length / rows;
    }

    private static Piece of(List<NumberedRow> rows) {
        int columns = rows.getFirst().values().length;
        float[] values = new float[rows.size() * columns];
        for (int i = 0; i < rows.size(); i++) {
            System.arraycopy(rows.get(i).values(), 0, values, i * columns, columns);
        }
        return new Piece((int) rows.getFirst().number(), rows.size(), values);
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
                long next = pending.number();
                while (pending != null
                        && some.size() < most
                        && pending.number() == next
                        && group.applyAsLong(next) == ours) {
                    some.add(pending);
                    pending = rows.hasNext() ? rows.next() : null;
                    next++;
                }
                return of(some);
            }
        };
    }
}
