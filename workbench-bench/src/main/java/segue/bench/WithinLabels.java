package segue.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import segue.evaluate.Training;
import segue.matrix.FloatMatrix;
import segue.recommend.metric.SongNumbers;

/** The best that a linear map of the numbers can do for labels: it whitens how songs of one label lie around their mean. */
final class WithinLabels {
    private static final double SHRINKAGE = 0.05;

    private WithinLabels() {}

    static FloatMatrix points(Training training) {
        FloatMatrix numbers = SongNumbers.fit(training.songs(), List.of(SongNumbers.Extra.values()))
                .of(training.songs());
        int columns = numbers.columns();
        List<Set<String>> labels = training.labels();
        Map<String, double[]> sums = new HashMap<>();
        Map<String, Integer> counts = new HashMap<>();
        for (int row = 0; row < numbers.rows(); row++) {
            for (String label : labels.get(row)) {
                double[] sum = sums.computeIfAbsent(label, l -> new double[columns]);
                for (int c = 0; c < columns; c++) {
                    sum[c] += numbers.get(row, c);
                }
                counts.merge(label, 1, Integer::sum);
            }
        }
        double[][] within = new double[columns][columns];
        int examples = 0;
        for (int row = 0; row < numbers.rows(); row++) {
            for (String label : labels.get(row)) {
                examples++;
                for (int a = 0; a < columns; a++) {
                    double one = numbers.get(row, a) - sums.get(label)[a] / counts.get(label);
                    for (int b = 0; b <= a; b++) {
                        within[a][b] += one * (numbers.get(row, b) - sums.get(label)[b] / counts.get(label));
                    }
                }
            }
        }
        double trace = 0;
        for (int a = 0; a < columns; a++) {
            trace += within[a][a];
        }
        for (int a = 0; a < columns; a++) {
            for (int b = 0; b <= a; b++) {
                double spread = a == b ? SHRINKAGE * trace / columns : 0;
                within[a][b] = ((1 - SHRINKAGE) * within[a][b] + spread) / examples;
            }
        }
        return whitened(numbers, cholesky(within));
    }

    /** In place, the lower triangle. */
    private static double[][] cholesky(double[]... matrix) {
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= matrix[i][k] * matrix[j][k];
                }
                matrix[i][j] = i == j ? Math.sqrt(sum) : sum / matrix[j][j];
            }
        }
        return matrix;
    }

    private static FloatMatrix whitened(FloatMatrix numbers, double[]... lower) {
        float[] points = new float[numbers.values().length];
        double[] y = new double[lower.length];
        for (int row = 0; row < numbers.rows(); row++) {
            for (int i = 0; i < y.length; i++) {
                double sum = numbers.get(row, i);
                for (int k = 0; k < i; k++) {
                    sum -= lower[i][k] * y[k];
                }
                y[i] = sum / lower[i][i];
                points[row * y.length + i] = (float) y[i];
            }
        }
        return FloatMatrix.wrap(numbers.rows(), y.length, points);
    }
}
