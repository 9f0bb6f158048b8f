package segue.matrix;

import java.io.Serializable;
import java.util.List;

/**
 * Puts the columns of a matrix on one scale: {@code (value - shift) / scale}, with the shift and scale of each column
 * learned once from one matrix and then used for every other matrix and query.
 *
 * <p>A constant column has nothing to scale by: its scale is 1, so it becomes 0 everywhere, as in scikit-learn.
 */
public final class Scaler implements Serializable {
    private static final long serialVersionUID = 1;

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
        return standard(List.of(matrix));
    }

    /**
     * Learns likewise from a matrix that comes in blocks of rows, to the same bits however it is cut.
     *
     * @param blocks of as many columns each, in the order of the rows; gone through twice
     * @throws IllegalArgumentException if there are no rows
     */
    public static Scaler standard(Iterable<FloatMatrix> blocks) {
        double[] mean = null;
        long rows = 0;
        for (FloatMatrix block : blocks) {
            mean = mean == null ? new double[block.columns()] : mean;
            float[] values = block.values();
            for (int i = 0; i < values.length; i++) {
                mean[i % mean.length] += values[i];
            }
            rows += block.rows();
        }
        requireRows(rows);
        for (int c = 0; c < mean.length; c++) {
            mean[c] /= rows;
        }
        double[] squares = new double[mean.length];
        for (FloatMatrix block : blocks) {
            float[] values = block.values();
            for (int i = 0; i < values.length; i++) {
                double difference = values[i] - mean[i % mean.length];
                squares[i % mean.length] += difference * difference;
            }
        }
        return standard(mean, squares, rows);
    }

    private static Scaler standard(double[] mean, double[] squares, long rows) {
        float[] shift = new float[mean.length];
        float[] scale = new float[mean.length];
        for (int c = 0; c < mean.length; c++) {
            shift[c] = (float) mean[c];
            scale[c] = positiveOrOne((float) Math.sqrt(squares[c] / rows));
        }
        return new Scaler(shift, scale);
    }

    /**
     * Learns the smallest and largest value of each column: what it was fitted on lies in [0, 1], other values may not.
     *
     * @throws IllegalArgumentException if the matrix has no rows
     */
    public static Scaler minMax(FloatMatrix matrix) {
        requireRows(matrix.rows());
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

    /**
     * A scaler that was learned elsewhere.
     *
     * @param shift one a column, copied
     * @param scale one a column, copied; 1 is taken where it is not above 0
     * @throws IllegalArgumentException if there are not as many shifts as scales, or a shift or scale is not finite
     */
    public static Scaler of(float[] shift, float[] scale) {
        if (shift.length != scale.length) {
            throw new IllegalArgumentException(
                    "a scaler needs a scale for each shift but got %d for %d".formatted(scale.length, shift.length));
        }
        float[] positive = new float[scale.length];
        for (int c = 0; c < scale.length; c++) {
            if (!Float.isFinite(shift[c]) || !Float.isFinite(scale[c])) {
                throw new IllegalArgumentException(
                        "column %d is shifted by %s and scaled by %s: both must be finite; its values lie too far apart for float"
                                .formatted(c, shift[c], scale[c]));
            }
            positive[c] = positiveOrOne(scale[c]);
        }
        return new Scaler(shift.clone(), positive);
    }

    private static void requireRows(long rows) {
        if (rows == 0) {
            throw new IllegalArgumentException("a scaler needs at least one row to learn from but the matrix is empty");
        }
    }

    private static float positiveOrOne(float scale) {
        return scale > 0 ? scale : 1;
    }

    public int columns() {
        return shift.length;
    }

    /** What is taken from the values of each column; a copy, shape {@code (columns)}. */
    public float[] shift() {
        return shift.clone();
    }

    /** What each column is divided by, above 0; a copy, shape {@code (columns)}. */
    public float[] scale() {
        return scale.clone();
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
