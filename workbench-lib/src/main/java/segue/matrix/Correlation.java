package segue.matrix;

/** Pearson's correlation of columns. */
public final class Correlation {
    private Correlation() {}

    /**
     * The correlation of every column with every other, shape {@code (columns, columns)}, -1 to 1; a constant column
     * correlates with nothing: 0, and 1 with itself.
     *
     * @throws IllegalArgumentException if the matrix has no rows
     */
    public static FloatMatrix pearson(FloatMatrix matrix) {
        FloatMatrix scaled = Scaler.standard(matrix).transform(matrix);
        int columns = matrix.columns();
        float[] values = scaled.values();
        double[] sums = new double[columns * columns];
        for (int at = 0; at < values.length; at += columns) {
            for (int a = 0; a < columns; a++) {
                for (int b = a; b < columns; b++) {
                    sums[a * columns + b] += (double) values[at + a] * values[at + b];
                }
            }
        }
        float[] out = new float[columns * columns];
        for (int a = 0; a < columns; a++) {
            for (int b = a; b < columns; b++) {
                float correlation = a == b ? 1 : (float) Math.clamp(sums[a * columns + b] / matrix.rows(), -1, 1);
                out[a * columns + b] = correlation;
                out[b * columns + a] = correlation;
            }
        }
        return FloatMatrix.wrap(columns, columns, out);
    }
}
