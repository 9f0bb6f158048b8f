package segue.recommend.playlist;

/**
 * A covariance as {@code L L'}, L being lower triangular (Cholesky).
 *
 * @param lower L, shape {@code (n, n)}
 */
record Cholesky(double[][] lower) {
    /** @throws IllegalArgumentException if the matrix is not positive definite */
    static Cholesky of(double[][] covariance) {
        int n = covariance.length;
        double[][] lower = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = covariance[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= lower[i][k] * lower[j][k];
                }
                if (i == j && !(sum > 0)) {
                    throw new IllegalArgumentException("the covariance is not positive definite in column " + i);
                }
                lower[i][j] = i == j ? Math.sqrt(sum) : sum / lower[j][j];
            }
        }
        return new Cholesky(lower);
    }

    /** {@code L⁻¹ x}: its squares add up to {@code x' C⁻¹ x}. */
    double[] whiten(double... x) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            double sum = x[i];
            for (int k = 0; k < i; k++) {
                sum -= lower[i][k] * y[k];
            }
            y[i] = sum / lower[i][i];
        }
        return y;
    }

    /** {@code L y}, the inverse of {@link #whiten}. */
    double[] colour(double... y) {
        double[] x = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            for (int k = 0; k <= i; k++) {
                x[i] += lower[i][k] * y[k];
            }
        }
        return x;
    }

    /** {@code C⁻¹ x}. */
    double[] solve(double... x) {
        double[] y = whiten(x);
        double[] z = new double[y.length];
        for (int i = y.length - 1; i >= 0; i--) {
            double sum = y[i];
            for (int k = i + 1; k < y.length; k++) {
                sum -= lower[k][i] * z[k];
            }
            z[i] = sum / lower[i][i];
        }
        return z;
    }
}
