package segue.recommend.playlist;

/**
 * Weights that tell yes from no: the minimum of {@code 1/2 |w|² + sum of log(1 + exp(-y (w·x + b)))} over columns by their standard
 * deviation, y being 1 or -1, by Newton's method (iteratively reweighted least squares). The constant b is free.
 */
final class LogisticRegression {
    private static final int MOST_STEPS = 50;
    private static final double ENOUGH = 1e-8;

    private LogisticRegression() {}

    /**
     * @param rows shape {@code (examples, columns)}
     * @param yes of each example
     * @return a weight a column, on the scale of the columns; 0 of a column that is the same in all examples
     */
    static double[] fit(float[][] rows, boolean... yes) {
        int columns = rows[0].length;
        double[] deviation = new double[columns];
        double[] mean = new double[columns];
        for (int c = 0; c < columns; c++) {
            double squares = 0;
            for (float[] row : rows) {
                mean[c] += row[c];
            }
            mean[c] /= rows.length;
            for (float[] row : rows) {
                squares += (row[c] - mean[c]) * (row[c] - mean[c]);
            }
            deviation[c] = Math.sqrt(squares / rows.length);
        }
        double[] weights = new double[columns + 1];
        for (int step = 0; step < MOST_STEPS; step++) {
            double change = newton(rows, yes, mean, deviation, weights);
            if (change < ENOUGH) {
                break;
            }
        }
        double[] scaled = new double[columns];
        for (int c = 0; c < columns; c++) {
            scaled[c] = deviation[c] > 0 ? weights[c] / deviation[c] : 0;
        }
        return scaled;
    }

    /** One step; returns the largest change of a weight. */
    private static double newton(float[][] rows, boolean[] yes, double[] mean, double[] deviation, double[] weights) {
        int n = weights.length;
        double[] slope = new double[n];
        double[][] curve = new double[n][n];
        double[] x = new double[n];
        for (int i = 0; i < rows.length; i++) {
            double sum = weights[n - 1];
            for (int c = 0; c < n - 1; c++) {
                x[c] = deviation[c] > 0 ? (rows[i][c] - mean[c]) / deviation[c] : 0;
                sum += weights[c] * x[c];
            }
            x[n - 1] = 1;
            double p = 1 / (1 + StrictMath.exp(-sum));
            double wrong = (yes[i] ? 1 : 0) - p;
            double spread = p * (1 - p);
            for (int a = 0; a < n; a++) {
                slope[a] += wrong * x[a];
                for (int b = 0; b <= a; b++) {
                    curve[a][b] += spread * x[a] * x[b];
                }
            }
        }
        for (int a = 0; a < n; a++) {
            boolean constant = a == n - 1;
            slope[a] -= constant ? 0 : weights[a];
            curve[a][a] += constant ? 1e-9 : 1;
            for (int b = 0; b < a; b++) {
                curve[b][a] = curve[a][b];
            }
        }
        double[] change = Cholesky.of(curve).solve(slope);
        double most = 0;
        for (int a = 0; a < n; a++) {
            weights[a] += change[a];
            most = Math.max(most, Math.abs(change[a]));
        }
        return most;
    }
}
