package segue.projection;

import java.util.Objects;
import java.util.OptionalDouble;
import segue.neighbors.Metric;
import segue.neighbors.Search;

/**
 * How a t-SNE map is made.
 *
 * @param perplexity about how many neighbours a point holds on to, at least 2; useful: 5 to 50, and 3 times as many rows are
 *     needed
 * @param dimensions of the map, 2 or 3
 * @param iterations in all, 0 to 100,000; 0 leaves the points where they start
 * @param exaggeratedIterations the first ones, in which points are drawn together more strongly so that clusters find their
 *     places; at most {@code iterations}
 * @param exaggeration how much more strongly, 1 to 1,000
 * @param learningRate above 0; empty for the number of rows divided by the exaggeration of the phase
 * @param initialisation where points start
 * @param metric of the data; not {@link Metric#DOT}, which is no distance
 * @param theta how far a group of points must be, in its own sizes' inverse, to push as one; 0 to 1, and only in 3 dimensions
 * @param seed of everything that is random
 * @param threads that work on it, 1 to 1,024; the map is the same for any number of them
 */
public record TsneOptions(
        double perplexity,
        int dimensions,
        int iterations,
        int exaggeratedIterations,
        double exaggeration,
        OptionalDouble learningRate,
        Initialisation initialisation,
        Metric metric,
        double theta,
        long seed,
        int threads) {
    private static final int MOST_ITERATIONS = 100_000;
    private static final double MOST_EXAGGERATION = 1_000;

    /** @throws IllegalArgumentException if a value is out of its range */
    public TsneOptions {
        Objects.requireNonNull(learningRate, "learningRate must not be null: OptionalDouble.empty() chooses one");
        Objects.requireNonNull(initialisation, "initialisation must not be null: Initialisation.pca() for instance");
        Objects.requireNonNull(metric, "metric must not be null: Metric.EUCLIDEAN for instance");
        if (!(perplexity >= 2 && perplexity <= 10_000)) {
            throw new IllegalArgumentException("perplexity must be in [2, 10000] but was " + perplexity);
        }
        if (dimensions != 2 && dimensions != 3) {
            throw new IllegalArgumentException("a map must have 2 or 3 dimensions but was asked for " + dimensions);
        }
        if (iterations < 0 || iterations > MOST_ITERATIONS) {
            throw new IllegalArgumentException(
                    "iterations must be in [0, %d] but was %d".formatted(MOST_ITERATIONS, iterations));
        }
        if (exaggeratedIterations < 0 || exaggeratedIterations > iterations) {
            throw new IllegalArgumentException(
                    "exaggerated iterations must be in [0, %d], of all iterations, but was %d"
                            .formatted(iterations, exaggeratedIterations));
        }
        if (!(exaggeration >= 1 && exaggeration <= MOST_EXAGGERATION)) {
            throw new IllegalArgumentException("exaggeration must be in [1, 1000] but was " + exaggeration);
        }
        if (learningRate.isPresent()
                && !(learningRate.getAsDouble() > 0 && learningRate.getAsDouble() < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("learning rate must be above 0 but was " + learningRate.getAsDouble());
        }
        if (!(theta >= 0 && theta <= 1)) {
            throw new IllegalArgumentException("theta must be in [0, 1] but was " + theta);
        }
        if (metric == Metric.DOT) {
            throw new IllegalArgumentException(
                    "a map needs a distance, and dot is none: use cosine, of which angles matter too");
        }
        Search.nearest(1).onThreads(threads);
    }

    /** Perplexity 30, 250 exaggerated and 500 more iterations on a plane, from the principal components, on every core. */
    public static TsneOptions defaults() {
        return new TsneOptions(
                30,
                2,
                750,
                250,
                12,
                OptionalDouble.empty(),
                Initialisation.pca(),
                Metric.EUCLIDEAN,
                0.5,
                42,
                Search.nearest(1).threads());
    }

    /** Neighbours of each point that count: three times the perplexity. */
    public int neighbors() {
        return (int) Math.floor(3 * perplexity);
    }

    public TsneOptions withPerplexity(double perplexity) {
        return new TsneOptions(
                perplexity,
                dimensions,
                iterations,
                exaggeratedIterations,
                exaggeration,
                learningRate,
                initialisation,
                metric,
                theta,
                seed,
                threads);
    }

    public TsneOptions withDimensions(int dimensions) {
        return new TsneOptions(
                perplexity,
                dimensions,
                iterations,
                exaggeratedIterations,
                exaggeration,
                learningRate,
                initialisation,
                metric,
                theta,
                seed,
                threads);
    }

    /** So many in all, of which a third, at most 250, are exaggerated. */
    public TsneOptions withIterations(int iterations) {
        return withIterations(iterations, Math.clamp(iterations / 3, 0, 250));
    }

    public TsneOptions withIterations(int iterations, int exaggeratedIterations) {
        return new TsneOptions(
                perplexity,
                dimensions,
                iterations,
                exaggeratedIterations,
                exaggeration,
                learningRate,
                initialisation,
                metric,
                theta,
                seed,
                threads);
    }

    public TsneOptions withExaggeration(double exaggeration) {
        return new TsneOptions(
                perplexity,
                dimensions,
                iterations,
                exaggeratedIterations,
                exaggeration,
                learningRate,
                initialisation,
                metric,
                theta,
                seed,
                threads);
    }

    public TsneOptions withLearningRate(double learningRate) {
        return new TsneOptions(
                perplexity,
                dimensions,
                iterations,
                exaggeratedIterations,
                exaggeration,
                OptionalDouble.of(learningRate),
                initialisation,
                metric,
                theta,
                seed,
                threads);
    }

    public TsneOptions startingFrom(Initialisation initialisation) {
        return new TsneOptions(
                perplexity,
                dimensions,
                iterations,
                exaggeratedIterations,
                exaggeration,
                learningRate,
                initialisation,
                metric,
                theta,
                seed,
                threads);
    }

    public TsneOptions withMetric(Metric metric) {
        return new TsneOptions(
                perplexity,
                dimensions,
                iterations,
                exaggeratedIterations,
                exaggeration,
                learningRate,
                initialisation,
                metric,
                theta,
                seed,
                threads);
    }

    public TsneOptions withSeed(long seed) {
        return new TsneOptions(
                perplexity,
                dimensions,
                iterations,
                exaggeratedIterations,
                exaggeration,
                learningRate,
                initialisation,
                metric,
                theta,
                seed,
                threads);
    }

    public TsneOptions onThreads(int threads) {
        return new TsneOptions(
                perplexity,
                dimensions,
                iterations,
                exaggeratedIterations,
                exaggeration,
                learningRate,
                initialisation,
                metric,
                theta,
                seed,
                threads);
    }
}
