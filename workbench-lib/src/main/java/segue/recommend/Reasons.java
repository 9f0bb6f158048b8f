package segue.recommend;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import segue.catalog.Feature;
import segue.neighbors.Metric;

/**
 * Takes a distance apart into the parts of its features: {@code (a - b)²} for euclidean, {@code |a - b|} for manhattan,
 * {@code (a/|a| - b/|b|)²} for cosine (half their sum is the cosine distance), the largest difference alone for Chebyshev,
 * {@code |a b|} for the dot product.
 */
final class Reasons {
    private Reasons() {}

    static List<Recommendation.Reason> of(Metric metric, float[] query, float[] candidate) {
        double queryLength = metric == Metric.COSINE ? length(query) : 1;
        double candidateLength = metric == Metric.COSINE ? length(candidate) : 1;
        double[] parts = new double[query.length];
        for (int i = 0; i < parts.length; i++) {
            double difference = candidate[i] / candidateLength - query[i] / queryLength;
            parts[i] = switch (metric) {
                case EUCLIDEAN, SQUARED_EUCLIDEAN, COSINE -> difference * difference;
                case MANHATTAN, CHEBYSHEV -> Math.abs(difference);
                case DOT -> Math.abs((double) candidate[i] * query[i]);
            };
        }
        if (metric == Metric.CHEBYSHEV) {
            keepLargest(parts);
        }
        double sum = DoubleStream.of(parts).sum();
        List<Recommendation.Reason> reasons = new ArrayList<>(parts.length);
        for (Feature feature : Feature.values()) {
            int i = feature.ordinal();
            reasons.add(new Recommendation.Reason(
                    feature.columnName(), sum > 0 ? parts[i] / sum : 0, (double) candidate[i] - query[i]));
        }
        reasons.sort(Comparator.comparingDouble(Recommendation.Reason::share));
        return List.copyOf(reasons);
    }

    private static void keepLargest(double[] parts) {
        double largest = DoubleStream.of(parts).max().orElse(0);
        for (int i = 0; i < parts.length; i++) {
            parts[i] = parts[i] == largest ? largest : 0;
        }
    }

    private static double length(float[] vector) {
        double squares = 0;
        for (float value : vector) {
            squares += (double) value * value;
        }
        return squares > 0 ? Math.sqrt(squares) : 1;
    }
}
