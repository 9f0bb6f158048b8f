package segue.recommend;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import segue.catalog.FeatureSpace;
import segue.matrix.FloatMatrix;
import segue.neighbors.Metric;

/** Takes a distance apart into the parts of its features, as {@link Recommendation.Reason} says. */
final class Reasons {
    private final List<FeatureSpace.Part> parts;
    private final boolean probabilities;
    private final float[] weights;
    private final double[] atRandom;

    private Reasons(SongSpace space, double... atRandom) {
        this.parts = space.parts();
        this.probabilities = space.coordinates() == SongSpace.Coordinates.PROBABILITIES;
        this.weights = space.columnWeights();
        this.atRandom = atRandom;
    }

    /** @param points of the space, among which distances are told */
    static Reasons of(SongSpace space, FloatMatrix points) {
        return new Reasons(
                space,
                space.parts().stream()
                        .mapToDouble(part -> part.single()
                                ? 1
                                : points.usualDistance(part.columns().stream()
                                        .mapToInt(column -> column)
                                        .toArray()))
                        .toArray());
    }

    /** The same points with other weights. */
    Reasons in(SongSpace weighted) {
        return new Reasons(weighted, atRandom);
    }

    /** @param distance of the two, which a back end rounded to float: the parts add up to it as it is */
    List<Recommendation.Reason> between(Metric metric, float[] query, float[] candidate, float distance) {
        double[] terms = terms(metric, query, candidate);
        double size = DoubleStream.of(terms).map(Math::abs).sum();
        double sum = DoubleStream.of(terms).sum();
        List<Recommendation.Reason> reasons = new ArrayList<>(parts.size());
        for (int p = 0; p < parts.size(); p++) {
            FeatureSpace.Part part = parts.get(p);
            double share = 0;
            double own = 0;
            double squares = 0;
            double difference = 0;
            for (int column : part.columns()) {
                share += Math.abs(terms[column]);
                own += terms[column];
                difference = (double) candidate[column] - query[column];
                squares += difference * difference;
            }
            share = size > 0 ? share / size : distance == 0 ? 0 : 1.0 / parts.size();
            double ofDistance = metric == Metric.DOT ? own + share * (distance - sum) : share * distance;
            if (probabilities) {
                reasons.add(ofLabel(part, share, ofDistance, query, candidate));
            } else {
                reasons.add(new Recommendation.Reason(
                        part.name(),
                        share,
                        ofDistance,
                        part.single() ? difference : Math.sqrt(squares) / atRandom[p],
                        !part.single()));
            }
        }
        reasons.sort(Comparator.comparingDouble(Recommendation.Reason::share));
        return List.copyOf(reasons);
    }

    private static Recommendation.Reason ofLabel(
            FeatureSpace.Part part, double share, double ofDistance, float[] query, float[] candidate) {
        double asked = query[part.columns().getFirst()];
        double found = candidate[part.columns().getFirst()];
        Recommendation.Odds odds = new Recommendation.Odds(asked * asked, found * found);
        return new Recommendation.Reason(
                part.name(), share, ofDistance, odds.found() - odds.asked(), false, Optional.of(odds));
    }

    private double[] terms(Metric metric, float[] query, float[] candidate) {
        double queryLength = metric == Metric.COSINE ? weightedLength(query) : 1;
        double candidateLength = metric == Metric.COSINE ? weightedLength(candidate) : 1;
        double[] terms = new double[query.length];
        for (int i = 0; i < terms.length; i++) {
            double difference = candidate[i] / candidateLength - query[i] / queryLength;
            terms[i] = weights[i]
                    * switch (metric) {
                        case EUCLIDEAN, SQUARED_EUCLIDEAN, COSINE -> difference * difference;
                        case MANHATTAN, CHEBYSHEV -> Math.abs(difference);
                        case DOT -> -(double) candidate[i] * query[i];
                    };
        }
        if (metric == Metric.CHEBYSHEV) {
            keepLargest(terms);
        }
        return terms;
    }

    private static void keepLargest(double[] terms) {
        double largest = DoubleStream.of(terms).max().orElse(0);
        for (int i = 0; i < terms.length; i++) {
            terms[i] = terms[i] == largest ? largest : 0;
        }
    }

    private double weightedLength(float[] vector) {
        double squares = 0;
        for (int i = 0; i < vector.length; i++) {
            squares += (double) weights[i] * vector[i] * vector[i];
        }
        return squares > 0 ? Math.sqrt(squares) : 1;
    }
}
