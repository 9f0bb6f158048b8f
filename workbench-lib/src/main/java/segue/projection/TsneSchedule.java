package segue.projection;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * How the points of a t-SNE map move: in a first phase, exaggerated, they are drawn together more strongly, so that clusters
 * find their places; then as they should.
 *
 * @param iterations in all, 0 to 100,000; 0 leaves the points where they start
 * @param exaggeratedIterations the first ones; at most {@code iterations}
 * @param exaggeration how much more strongly, 1 to 1,000; empty for 12 times, and of fewer than 3,000 rows for a 250th of their
 *     number, at least 2: drawn together as strongly as many are, few come to lie on one another and settle worse
 * @param learningRate above 0; empty for the number of rows divided by the exaggeration of the phase
 */
public record TsneSchedule(
        int iterations, int exaggeratedIterations, OptionalDouble exaggeration, OptionalDouble learningRate) {
    private static final int MOST_ITERATIONS = 100_000;
    private static final double MOST_EXAGGERATION = 1_000;

    /** Measured: from 60 to 1,000 rows maps end 2 to 8 % lower than exaggerated 12 times, and larger ones no higher. */
    private static final double ROWS_AN_EXAGGERATION = 250;

    private static final double USUAL_EXAGGERATION = 12;
    private static final double LEAST_EXAGGERATION = 2;
    private static final double EXAGGERATED_MOMENTUM = 0.5;
    private static final double MOMENTUM = 0.8;

    /** @throws IllegalArgumentException if a value is out of its range */
    public TsneSchedule {
        Objects.requireNonNull(exaggeration, "exaggeration must not be null: OptionalDouble.empty() chooses one");
        Objects.requireNonNull(learningRate, "learningRate must not be null: OptionalDouble.empty() chooses one");
        if (iterations < 0 || iterations > MOST_ITERATIONS) {
            throw new IllegalArgumentException(
                    "iterations must be in [0, %,d] but was %,d".formatted(MOST_ITERATIONS, iterations));
        }
        if (exaggeratedIterations < 0 || exaggeratedIterations > iterations) {
            throw new IllegalArgumentException(
                    "exaggerated iterations must be in [0, %,d], of all iterations, but was %,d"
                            .formatted(iterations, exaggeratedIterations));
        }
        if (exaggeration.isPresent()
                && !(exaggeration.getAsDouble() >= 1 && exaggeration.getAsDouble() <= MOST_EXAGGERATION)) {
            throw new IllegalArgumentException(
                    "exaggeration must be in [1, 1,000] but was " + exaggeration.getAsDouble());
        }
        if (learningRate.isPresent()
                && !(learningRate.getAsDouble() > 0 && learningRate.getAsDouble() < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("learning rate must be above 0 but was " + learningRate.getAsDouble());
        }
    }

    /** 250 exaggerated iterations, and 500 more. */
    static TsneSchedule defaults() {
        return new TsneSchedule(750, 250, OptionalDouble.empty(), OptionalDouble.empty());
    }

    TsneSchedule withIterations(int iterations, int exaggeratedIterations) {
        return new TsneSchedule(iterations, exaggeratedIterations, exaggeration, learningRate);
    }

    TsneSchedule withExaggeration(double exaggeration) {
        return new TsneSchedule(iterations, exaggeratedIterations, OptionalDouble.of(exaggeration), learningRate);
    }

    TsneSchedule withLearningRate(double learningRate) {
        return new TsneSchedule(iterations, exaggeratedIterations, exaggeration, OptionalDouble.of(learningRate));
    }

    /** How much more strongly so many points are drawn together after {@code done} iterations. */
    double exaggerationAfter(int done, int rows) {
        if (done >= exaggeratedIterations) {
            return 1;
        }
        return exaggeration.orElse(Math.clamp(rows / ROWS_AN_EXAGGERATION, LEAST_EXAGGERATION, USUAL_EXAGGERATION));
    }

    double learningRateAfter(int done, int rows) {
        return learningRate.orElse(rows / exaggerationAfter(done, rows));
    }

    double momentumAfter(int done) {
        return done < exaggeratedIterations ? EXAGGERATED_MOMENTUM : MOMENTUM;
    }
}
