package segue.projection;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Eigenvalues, largest first, and their vectors.
 *
 * @param vectors of length 1, {@code [number][component]}
 */
record Eigen(double[] values, double[][] vectors) {
    private static final int MOST_SWEEPS = 100;

    /**
     * Of a symmetric matrix, by rotations that clear one pair of entries after the other until none is left.
     *
     * <p>C. G. J. Jacobi, Über ein leichtes Verfahren, die in der Theorie der Säcularstörungen vorkommenden Gleichungen
     * numerisch aufzulösen, 1846.
     */
    static Eigen ofSymmetric(double[][] matrix) {
        int size = matrix.length;
        double[][] a = new double[size][];
        double[][] v = new double[size][size];
        for (int i = 0; i < size; i++) {
            a[i] = matrix[i].clone();
            v[i][i] = 1;
        }
        double all = squares(a, true);
        for (int sweep = 0; sweep < MOST_SWEEPS && squares(a, false) > 1e-30 * all; sweep++) {
            for (int p = 0; p < size; p++) {
                for (int q = p + 1; q < size; q++) {
                    if (a[p][q] != 0) {
                        rotate(a, v, p, q);
                    }
                }
            }
        }
        int[] order = IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -a[i][i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] values = new double[size];
        double[][] vectors = new double[size][];
        for (int i = 0; i < size; i++) {
            values[i] = a[order[i]][order[i]];
            vectors[i] = v[order[i]];
        }
        return new Eigen(values, vectors);
    }

    private static double squares(double[][] a, boolean diagonal) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a.length; j++) {
                sum += i == j && !diagonal ? 0 : a[i][j] * a[i][j];
            }
        }
        return sum;
    }

    /** Clears {@code a[p][q]}; the rows of {@code v} are the vectors. */
    private static void rotate(double[][] a, double[][] v, int p, int q) {
        double cotangent = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        double tangent = Math.signum(cotangent) / (Math.abs(cotangent) + Math.hypot(cotangent, 1));
        if (cotangent == 0) {
            tangent = 1;
        }
        double cos = 1 / Math.hypot(tangent, 1);
        double sin = tangent * cos;
        for (int i = 0; i < a.length; i++) {
            double left = a[i][p];
            double right = a[i][q];
            a[i][p] = cos * left - sin * right;
            a[i][q] = sin * left + cos * right;
        }
        for (int i = 0; i < a.length; i++) {
            double left = a[p][i];
            double right = a[q][i];
            a[p][i] = cos * left - sin * right;
            a[q][i] = sin * left + cos * right;
            left = v[p][i];
            right = v[q][i];
            v[p][i] = cos * left - sin * right;
            v[q][i] = sin * left + cos * right;
        }
    }
}
