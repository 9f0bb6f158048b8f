package segue.projection;

import java.util.Objects;
import segue.neighbors.Metric;

/**
 * How a t-SNE map is made.
 *
 * @param perplexity about how many neighbours a point holds on to, 2 to 10,000; useful: 5 to 50, and 3 times as many rows are
 *     needed
 * @param dimensions of the map, 2 or 3
 * @param metric of the data; not {@link Metric#DOT}, which is no distance
 * @param initialisation where points start
 * @param schedule how they move
 * @param seed of everything that is random
 * @param threads that work on it, 1 to 1,024; the map is the same for any number of them
 */
public record TsneOptions(
        double perplexity,
        int dimensions,
        Metric metric,
        Initialisation initialisation,
        TsneSchedule schedule,
        long seed,
        int threads) {
    private static final double LEAST_PERPLEXITY = 2;
    private static final double MOST_PERPLEXITY = 10_000;
    private static final int MOST_THREADS = 1_024;

    /** @throws IllegalArgumentException if a value is out of its range */
    public TsneOptions {
        Objects.requireNonNull(metric, "metric must not be null: Metric.EUCLIDEAN for instance");
        Objects.requireNonNull(initialisation, "initialisation must not be null: Initialisation.pca() for instance");
        Objects.requireNonNull(schedule, "schedule must not be null");
        if (!(perplexity >= LEAST_PERPLEXITY && perplexity <= MOST_PERPLEXITY)) {
            throw new IllegalArgumentException("perplexity must be in [2, 10,000] but was " + perplexity);
        }
        if (dimensions != 2 && dimensions != 3) {
            throw new IllegalArgumentException("a map must have 2 or 3 dimensions but was asked for " + dimensions);
        }
        if (metric == Metric.DOT) {
            throw new IllegalArgumentException(
                    "a map needs a distance, and dot is none: use cosine, of which angles matter too");
        }
        if (threads < 1 || threads > MOST_THREADS) {
            throw new IllegalArgumentException("threads must be in [1, 1,024] but was " + threads);
        }
    }

    /** Perplexity 30, 250 exaggerated and 500 more iterations on a plane, from the principal components, on every core. */
    public static TsneOptions defaults() {
        int threads = Runtime.getRuntime().availableProcessors();
        return new TsneOptions(30, 2, Metric.EUCLIDEAN, Initialisation.pca(), TsneSchedule.defaults(), 42, threads);
    }

    /** Neighbours of each point that count: three times the perplexity. */
    public int neighbors() {
        return (int) Math.floor(3 * perplexity);
    }

    /**
     * For so many rows: of few, the perplexity is as large as they allow and no larger than it was.
     *
     * @throws IllegalArgumentException if they are too few for any map
     */
    public TsneOptions fitting(int rows) {
        int most = (rows - 1) / 3;
        if (most < LEAST_PERPLEXITY) {
            throw new IllegalArgumentException("a map needs at least 7 rows but there are " + rows);
        }
        return perplexity <= most ? this : withPerplexity(most);
    }

    public TsneOptions withPerplexity(double perplexity) {
        return new TsneOptions(perplexity, dimensions, metric, initialisation, schedule, seed, threads);
    }

    public TsneOptions withDimensions(int dimensions) {
        return new TsneOptions(perplexity, dimensions, metric, initialisation, schedule, seed, threads);
    }

    public TsneOptions withMetric(Metric metric) {
        return new TsneOptions(perplexity, dimensions, metric, initialisation, schedule, seed, threads);
    }

    public TsneOptions startingFrom(Initialisation initialisation) {
        return new TsneOptions(perplexity, dimensions, metric, initialisation, schedule, seed, threads);
    }

    public TsneOptions withSchedule(TsneSchedule schedule) {
        return new TsneOptions(perplexity, dimensions, metric, initialisation, schedule, seed, threads);
    }

    /** So many in all, of which a third, at most 250, are exaggerated. */
    public TsneOptions withIterations(int iterations) {
        return withIterations(iterations, Math.clamp(iterations / 3, 0, 250));
    }

    public TsneOptions withIterations(int iterations, int exaggeratedIterations) {
        return withSchedule(schedule.withIterations(iterations, exaggeratedIterations));
    }

    public TsneOptions withExaggeration(double exaggeration) {
        return withSchedule(schedule.withExaggeration(exaggeration));
    }

    public TsneOptions withLearningRate(double learningRate) {
        return withSchedule(schedule.withLearningRate(learningRate));
    }

    public TsneOptions withSeed(long seed) {
        return new TsneOptions(perplexity, dimensions, metric, initialisation, schedule, seed, threads);
    }

    public TsneOptions onThreads(int threads) {
        return new TsneOptions(perplexity, dimensions, metric, initialisation, schedule, seed, threads);
    }
}
