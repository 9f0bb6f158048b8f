package segue.matrix;

import java.util.Arrays;
import java.util.List;

/**
 * A dense matrix of {@code float}, row-major, shape {@code (rows, columns)}. Every value is finite: constructors refuse
 * NaN and infinities with their place, so nothing downstream has to check again.
 *
 * <p>Immutable by convention: {@link #values()} hands out the array itself, for kernels that cannot afford a copy.
 */
public final class FloatMatrix {
    private final int rows;
    private final int columns;
    private final float[] values;

    private FloatMatrix(int rows, int columns, float[] values) {
        this.rows = rows;
        this.columns = columns;
        this.values = values;
    }

    /**
     * Wraps {@code values} without copying.
     *
     * @param values row-major, length {@code rows * columns}
     * @throws IllegalArgumentException if the length does not fit or a value is not finite; the message names the place
     */
    public static FloatMatrix wrap(int rows, int columns, float[] values) {
        if (rows < 0 || columns < 0) {
            throw new IllegalArgumentException(
                    "a matrix needs rows >= 0 and columns >= 0 but was " + rows + " x " + columns);
        }
        if ((long) rows * columns != values.length) {
            throw new IllegalArgumentException("a %d x %d matrix needs %d values but got %d"
                    .formatted(rows, columns, (long) rows * columns, values.length));
        }
        for (int i = 0; i < values.length; i++) {
            if (!Float.isFinite(values[i])) {
                throw new IllegalArgumentException("row %d, column %d is %s: every value must be finite"
                        .formatted(i / columns, i % columns, values[i]));
            }
        }
        return new FloatMatrix(rows, columns, values);
    }

    /** Copies rows of equal length, each of shape {@code (columns)}. */
    public static FloatMatrix of(float[]... rows) {
        return of(List.of(rows));
    }

    /** Copies rows of equal length, each of shape {@code (columns)}. */
    public static FloatMatrix of(List<float[]> rows) {
        int columns = rows.isEmpty() ? 0 : rows.getFirst().length;
        float[] values = new float[Math.multiplyExact(rows.size(), columns)];
        for (int r = 0; r < rows.size(); r++) {
            float[] row = rows.get(r);
            if (row.length != columns) {
                throw new IllegalArgumentException(
                        "row %d has %d values but row 0 has %d".formatted(r, row.length, columns));
            }
            System.arraycopy(row, 0, values, r * columns, columns);
        }
        return wrap(rows.size(), columns, values);
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    public float get(int row, int column) {
        return values[offset(row) + checkColumn(column)];
    }

    /** A copy of one row, shape {@code (columns)}. */
    public float[] row(int row) {
        int from = offset(row);
        return Arrays.copyOfRange(values, from, from + columns);
    }

    /** A copy of one column, shape {@code (rows)}. */
    public float[] column(int column) {
        checkColumn(column);
        float[] out = new float[rows];
        for (int r = 0, i = column; r < rows; r++, i += columns) {
            out[r] = values[i];
        }
        return out;
    }

    /**
     * The mean of each column, summed in double; shape {@code (columns)}.
     *
     * @throws IllegalArgumentException if there is no row
     */
    public float[] columnMeans() {
        if (rows == 0) {
            throw new IllegalArgumentException("the mean of columns needs at least one row but there are 0");
        }
        double[] sums = new double[columns];
        for (int i = 0; i < values.length; i++) {
            sums[i % columns] += values[i];
        }
        float[] means = new float[columns];
        for (int column = 0; column < columns; column++) {
            means[column] = (float) (sums[column] / rows);
        }
        return means;
    }

    /**
     * How far two rows usually lie apart in some columns: the root mean square of their euclidean distance,
     * {@code sqrt(2)} times the spread about the mean; 1 where all rows are equal there.
     */
    public double usualDistance(int... of) {
        double variance = 0;
        for (int column : of) {
            double sum = 0;
            double squares = 0;
            for (int row = 0; row < rows; row++) {
                double value = get(row, column);
                sum += value;
                squares += value * value;
            }
            double mean = sum / rows;
            variance += Math.max(0, squares / rows - mean * mean);
        }
        return variance > 0 ? Math.sqrt(2 * variance) : 1;
    }

    /** The rows at {@code indices}, in that order, copied into a new matrix. */
    public FloatMatrix selectRows(int... indices) {
        float[] out = new float[Math.multiplyExact(indices.length, columns)];
        for (int i = 0; i < indices.length; i++) {
            System.arraycopy(values, offset(indices[i]), out, i * columns, columns);
        }
        return new FloatMatrix(indices.length, columns, out);
    }

    /** The backing array, row-major, not a copy: read it, do not write it. */
    public float[] values() {
        return values;
    }

    /** The euclidean length of {@code row}, summed in double. */
    public double norm(int row) {
        double squares = 0;
        int from = offset(row);
        for (int i = from; i < from + columns; i++) {
            squares += (double) values[i] * values[i];
        }
        return Math.sqrt(squares);
    }

    /** Where {@code row} begins in {@link #values()}. */
    public int offset(int row) {
        if (row < 0 || row >= rows) {
            throw new IndexOutOfBoundsException("row must be in [0, %d) but was %d".formatted(rows, row));
        }
        return row * columns;
    }

    private int checkColumn(int column) {
        if (column < 0 || column >= columns) {
            throw new IndexOutOfBoundsException("column must be in [0, %d) but was %d".formatted(columns, column));
        }
        return column;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FloatMatrix that
                && rows == that.rows
                && columns == that.columns
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * rows + columns) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "FloatMatrix " + rows + " x " + columns;
    }
}
