package segue.projection;

import segue.matrix.FloatMatrix;

/** Means and covariances of columns; summed in {@code double} over blocks of rows, the same on any number of threads. */
final class Covariance {
    /** Beyond, their matrix takes longer than the few components that are wanted of so many columns. */
    static final int MOST_COLUMNS = 128;

    private static final int BLOCK = 1 << 12;

    /** Rows whose products are summed in {@code float}. */
    private static final int TILE = 256;

    private Covariance() {}

    static float[] means(FloatMatrix data, Team team) {
        int columns = data.columns();
        double[][] sums = new double[Math.ceilDiv(data.rows(), BLOCK)][];
        team.blocks(data.rows(), BLOCK, (block, from, to, member) -> {
            double[] sum = new double[columns];
            float[] values = data.values();
            for (int r = from, at = from * columns; r < to; r++) {
                for (int c = 0; c < columns; c++) {
                    sum[c] += values[at++];
                }
            }
            sums[block] = sum;
        });
        float[] means = new float[columns];
        for (int c = 0; c < columns; c++) {
            double total = 0;
            for (double[] sum : sums) {
                total += sum[c];
            }
            means[c] = (float) (total / data.rows());
        }
        return means;
    }

    /** Shape {@code (columns, columns)}, of {@code rows - 1} degrees of freedom. */
    static double[][] of(FloatMatrix data, float[] means, Loops loops, Team team) {
        int columns = data.columns();
        double[][] parts = new double[Math.ceilDiv(data.rows(), BLOCK)][];
        team.blocks(data.rows(), BLOCK, (block, from, to, member) -> {
            double[] sums = new double[columns * columns];
            float[] tile = new float[columns * TILE];
            for (int first = from; first < to; first += TILE) {
                int rows = Math.min(TILE, to - first);
                turn(data, means, first, rows, tile);
                for (int a = 0; a < columns; a++) {
                    for (int b = 0; b <= a; b++) {
                        sums[a * columns + b] += loops.product(tile, a * TILE, b * TILE, rows);
                    }
                }
            }
            parts[block] = sums;
        });
        double[][] covariance = new double[columns][columns];
        for (int a = 0; a < columns; a++) {
            for (int b = 0; b <= a; b++) {
                double sum = 0;
                for (double[] part : parts) {
                    sum += part[a * columns + b];
                }
                covariance[a][b] = sum / (data.rows() - 1);
                covariance[b][a] = covariance[a][b];
            }
        }
        return covariance;
    }

    /** Rows as columns, less the means. */
    private static void turn(FloatMatrix data, float[] means, int first, int rows, float[] tile) {
        int columns = means.length;
        float[] values = data.values();
        for (int r = 0, at = first * columns; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                tile[c * TILE + r] = values[at++] - means[c];
            }
        }
    }

    static double trace(double[][] matrix) {
        double sum = 0;
        for (int i = 0; i < matrix.length; i++) {
            sum += matrix[i][i];
        }
        return sum;
    }
}
