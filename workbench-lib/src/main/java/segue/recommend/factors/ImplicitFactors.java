package segue.recommend.factors;

/**
 * Least squares of implicit feedback: {@code sum of c (p - x·y)² + penalty (sum of |x|² + sum of |y - m|²)} over all pairs of a
 * playlist with factors x and a song with factors y, where p is 1 and c is {@code 1 + alpha} if the song stands in the playlist,
 * else 0 and 1 (Hu, Koren and Volinsky, Collaborative Filtering for Implicit Feedback Datasets, ICDM 2008); m is where y is
 * expected.
 *
 * @param alpha how much surer an entry is than none
 * @param penalty on factors
 */
record ImplicitFactors(double alpha, double penalty) {
    /** {@code Y'Y + penalty}: what all songs, or all playlists, say against the ones that are not there. */
    double[][] gram(double[][] factors, int... rows) {
        int size = factors[0].length;
        double[][] gram = new double[size][size];
        for (int row : rows) {
            for (int a = 0; a < size; a++) {
                SongContent.add(factors[row][a], factors[row], gram[a]);
            }
        }
        for (int a = 0; a < size; a++) {
            gram[a][a] += penalty;
        }
        return gram;
    }

    /**
     * The factors of a playlist given its songs, or of a song given its playlists.
     *
     * @param gram of all those
     * @param entries those that it stands with
     * @param expected m; null where that is 0
     */
    double[] solve(double[][] gram, double[][] factors, int[] entries, double... expected) {
        int size = gram.length;
        double[][] matrix = new double[size][];
        for (int a = 0; a < size; a++) {
            matrix[a] = gram[a].clone();
        }
        double[] right = new double[size];
        if (expected != null) {
            SongContent.add(penalty, expected, right);
        }
        for (int entry : entries) {
            double[] of = factors[entry];
            for (int a = 0; a < size; a++) {
                double factor = alpha * of[a];
                for (int b = 0; b <= a; b++) {
                    matrix[a][b] += factor * of[b];
                }
            }
            SongContent.add(1 + alpha, of, right);
        }
        return solved(matrix, right);
    }

    /** By Cholesky's way, in place; only the lower triangle is read. */
    private static double[] solved(double[][] matrix, double... right) {
        int size = right.length;
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= matrix[i][k] * matrix[j][k];
                }
                matrix[i][j] = i == j ? Math.sqrt(sum) : sum / matrix[j][j];
            }
            double sum = right[i];
            for (int k = 0; k < i; k++) {
                sum -= matrix[i][k] * right[k];
            }
            right[i] = sum / matrix[i][i];
        }
        for (int i = size - 1; i >= 0; i--) {
            double sum = right[i];
            for (int k = i + 1; k < size; k++) {
                sum -= matrix[k][i] * right[k];
            }
            right[i] = sum / matrix[i][i];
        }
        return right;
    }
}
