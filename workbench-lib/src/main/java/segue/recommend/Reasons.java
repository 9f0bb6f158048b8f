package segue.recommend;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import segue.catalog.Feature;
import segue.neighbors.Metric;

/**
 * Takes a distance apart into the parts of its features: {@code (a - b)²} for euclidean, {@code |a - b|} for manhattan,
 * {@code (a/|a| - b/|b|)²} for cosine (half their sum is the cosine distance).
 */
final class Reasons {
    private Reasons() {}

    static List<Recommendation.Reason> of(Metric metric, float[] query, float[] candidate) {
        double queryLength = metric == Metric.COSINE ? length(query) : 1;
        double candidateLength = metric == Metric.COSINE ? length(candidate) : 1;
        double[] parts = new double[query.length];
        double sum = 0;
        for (int i = 0; i < parts.length; i++) {
            double difference = candidate[i] / candidateLength - query[i] / queryLength;
            parts[i] = metric == Metric.MANHATTAN ? Math.abs(difference) : difference * difference;
            sum += parts[i];
        }
        List<Recommendation.Reason> reasons = new ArrayList<>(parts.length);
        for (Feature feature : Feature.values()) {
            int i = feature.ordinal();
            reasons.add(new Recommendation.Reason(
                    feature.columnName(), sum > 0 ? parts[i] / sum : 0, (double) candidate[i] - query[i]));
        }
        reasons.sort(Comparator.comparingDouble(Recommendation.Reason::share));
        return List.copyOf(reasons);
    }

    private static double length(float[] vector) {
        double squares = 0;
        for (float value : vector) {
            squares += (double) value * value;
        }
        return squares > 0 ? Math.sqrt(squares) : 1;
    }
}
