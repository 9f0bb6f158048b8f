package segue.recommend.metric;

import java.util.List;

/**
 * How weights are learned.
 *
 * @param strengths of the pull towards equal weights that are tried, strongest first, above 0; equal weights themselves are
 *     tried before them. The weakest is how far few ratings can lead at most
 * @param folds of the cross-validation that chooses, in [2, 100]
 * @param seed of folds
 */
public record WeightOptions(List<Double> strengths, int folds, long seed) {
    /** @throws IllegalArgumentException if a number is out of its range */
    public WeightOptions {
        strengths = List.copyOf(strengths);
        for (int i = 0; i < strengths.size(); i++) {
            double strength = strengths.get(i);
            if (!(strength > 0 && strength < (i == 0 ? Double.POSITIVE_INFINITY : strengths.get(i - 1)))) {
                throw new IllegalArgumentException(
                        "strengths must be above 0, finite and descend but were " + strengths);
            }
        }
        if (folds < 2 || folds > 100) {
            throw new IllegalArgumentException("folds must be in [2, 100] but was " + folds);
        }
    }

    /** Strengths of 1,000, 300, 100, 30 and 10, five folds, seed 42. */
    public static WeightOptions defaults() {
        return new WeightOptions(List.of(1000.0, 300.0, 100.0, 30.0, 10.0), 5, 42);
    }

    public WeightOptions withStrengths(List<Double> strengths) {
        return new WeightOptions(strengths, folds, seed);
    }

    public WeightOptions withFolds(int folds) {
        return new WeightOptions(strengths, folds, seed);
    }

    public WeightOptions withSeed(long seed) {
        return new WeightOptions(strengths, folds, seed);
    }
}
