package segue.matrix;

/**
 * Puts the columns of a matrix on one scale: {@code (value - shift) / scale}, with the shift and scale of each column
 * learned once from one matrix and then used for every other matrix and query.
 *
 * <p>A constant column has nothing to scale by: its scale is 1, so it becomes 0 everywhere, as in scikit-learn.
 */
public final class Scaler {
    private final float[] shift;
    private final float[] scale;

    private Scaler(float[] shift, float[] scale) {
        this.shift = shift;
        this.scale = scale;
    }

    /**
     * Learns the mean and the population standard deviation of each column: what it transforms has mean 0, variance 1.
     *
     * @throws IllegalArgumentException if the matrix has no rows
     */
    public static Scaler standard(FloatMatrix matrix) {
        requireRows(matrix);
        int columns = matrix.columns();
        double[] mean = new double[columns];
        double[] squares = new double[columns];
        float[] values = matrix.values();
        for (int i = 0; i < values.length; i++) {
            mean[i % columns] += values[i];
        }
        for (int c = 0; c < columns; c++) {
            mean[c] /= matrix.rows();
        }
        for (int i = 0; i < values.length; i++) {
            double difference = values[i] - mean[i % columns];
            squares[i % columns] += difference * difference;
        }
        float[] shift = new float[columns];
        float[] scale = new float[columns];
        for (int c = 0; c < columns; c++) {
            shift[c] = (float) mean[c];
            scale[c] = positiveOrOne((float) Math.sqrt(squares[c] / matrix.rows()));
        }
        return new Scaler(shift, scale);
    }

    /**
     * Learns the smallest and largest value of each column: what it was fitted on lies in [0, 1], other values may not.
     *
     * @throws IllegalArgumentException if the matrix has no rows
     */
    public static Scaler minMax(FloatMatrix matrix) {
        requireRows(matrix);
        int columns = matrix.columns();
        float[] low = matrix.row(0);
        float[] high = matrix.row(0);
        float[] values = matrix.values();
        for (int i = 0; i < values.length; i++) {
            int c = i % columns;
            low[c] = Math.min(low[c], values[i]);
            high[c] = Math.max(high[c], values[i]);
        }
        float[] scale = new float[columns];
        for (int c = 0; c < columns; c++) {
            scale[c] = positiveOrOne(high[c] - low[c]);
        }
        return new Scaler(low, scale);
    }

    private static void requireRows(FloatMatrix matrix) {
        if (matrix.rows() == 0) {
            throw new IllegalArgumentException("a scaler needs at least one row to learn from but the matrix is empty");
        }
    }

    private static float positiveOrOne(float scale) {
        return scale > 0 ? scale : 1;
    }

    public int columns() {
        return shift.length;
    }

    /** A new matrix of the same shape. */
    public FloatMatrix transform(FloatMatrix matrix) {
        requireColumns(matrix.columns());
        float[] in = matrix.values();
        float[] out = new float[in.length];
        for (int i = 0; i < in.length; i++) {
            int c = i % shift.length;
            out[i] = (in[i] - shift[c]) / scale[c];
        }
        return FloatMatrix.wrap(matrix.rows(), matrix.columns(), out);
    }

    /** A new vector, shape {@code (columns)}. */
    public float[] transform(float[] row) {
        requireColumns(row.length);
        float[] out = new float[row.length];
        for (int c = 0; c < row.length; c++) {
            out[c] = (row[c] - shift[c]) / scale[c];
        }
        return out;
    }

    /** The values that {@link #transform(FloatMatrix)} would turn into these, up to rounding. */
    public FloatMatrix inverse(FloatMatrix matrix) {
        requireColumns(matrix.columns());
        float[] in = matrix.values();
        float[] out = new float[in.length];
        for (int i = 0; i < in.length; i++) {
            int c = i % shift.length;
            out[i] = in[i] * scale[c] + shift[c];
        }
        return FloatMatrix.wrap(matrix.rows(), matrix.columns(), out);
    }

    private void requireColumns(int columns) {
        if (columns != shift.length) {
            throw new IllegalArgumentException(
                    "the scaler was fitted on %d columns but got %d".formatted(shift.length, columns));
        }
    }
}
