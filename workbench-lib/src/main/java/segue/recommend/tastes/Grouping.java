package segue.recommend.tastes;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import segue.cluster.Clusters;
import segue.cluster.KMeans;
import segue.cluster.KMeansOptions;
import segue.matrix.FloatMatrix;

/**
 * How many tastes some songs are of: the k with the least Bayesian information criterion (Schwarz 1978) of a mixture of round
 * Gaussians about the centroids of k-means. Their variance is given, not estimated: the tastes of a listener of few songs would
 * otherwise be as narrow as it takes to call every song one.
 */
final class Grouping {
    private static final int STARTS = 8;
    private static final int PASSES = 100;

    private Grouping() {}

    /** @param rows the listener's songs as points, at least one */
    static Clusters of(FloatMatrix rows, Directions directions, TasteOptions options) {
        int most = Math.clamp(rows.rows() / options.songs(), 1, options.most());
        most = Math.min(most, different(rows, most));
        double variance = options.spread() * directions.variance();
        Clusters best = null;
        double least = Double.POSITIVE_INFINITY;
        for (int k = 1; k <= most; k++) {
            Clusters clusters = KMeans.fit(
                    rows,
                    KMeansOptions.defaults()
                            .withK(k)
                            .withStarts(k == 1 ? 1 : STARTS)
                            .withIterations(PASSES)
                            .onThreads(1));
            double parameters = k * directions.count() + k - 1;
            double criterion = -2 * logLikelihood(rows, clusters, variance) + parameters * Math.log(rows.rows());
            if (criterion < least) {
                least = criterion;
                best = clusters;
            }
        }
        return best;
    }

    /** Up to the constant that is the same for every k. */
    private static double logLikelihood(FloatMatrix rows, Clusters clusters, double variance) {
        int k = clusters.k();
        int[] sizes = clusters.sizes();
        double[] exponents = new double[k];
        double sum = 0;
        for (int row = 0; row < rows.rows(); row++) {
            for (int j = 0; j < k; j++) {
                double squares = 0;
                for (int c = 0; c < rows.columns(); c++) {
                    double difference = rows.get(row, c) - clusters.centroids().get(j, c);
                    squares += difference * difference;
                }
                exponents[j] = Math.log((double) sizes[j] / rows.rows()) - squares / (2 * variance);
            }
            double largest = Arrays.stream(exponents).max().orElseThrow();
            sum += largest
                    + Math.log(Arrays.stream(exponents)
                            .map(exponent -> Math.exp(exponent - largest))
                            .sum());
        }
        return sum;
    }

    /** How many different rows there are, up to a limit; rows of the same hash count as one, which only looks for fewer. */
    private static int different(FloatMatrix rows, int limit) {
        Set<Integer> seen = new HashSet<>();
        for (int row = 0; row < rows.rows() && seen.size() < limit; row++) {
            float[] values = rows.row(row);
            for (int i = 0; i < values.length; i++) {
                values[i] += 0f; // -0 becomes 0, which it is equal to
            }
            seen.add(Arrays.hashCode(values));
        }
        return seen.size();
    }
}
