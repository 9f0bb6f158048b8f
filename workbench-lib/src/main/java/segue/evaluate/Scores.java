package segue.evaluate;

import java.util.EnumMap;
import java.util.Map;

/**
 * What one variant got in one task.
 *
 * @param variant by its name
 * @param estimates of what was measured
 * @param values behind each mean, one a question in the same order for every variant, NaN where a question does not count
 */
public record Scores(String variant, Map<Measure, Estimate> estimates, Map<Measure, double[]> values) {
    Scores(String variant) {
        this(variant, new EnumMap<>(Measure.class), new EnumMap<>(Measure.class));
    }

    /** A mean over questions. */
    void put(Measure measure, double[] ofQuestions, long seed) {
        values.put(measure, ofQuestions);
        estimates.put(measure, Estimate.mean(ofQuestions, seed));
    }

    /** A number about all answers together. */
    void put(Measure measure, double ofAll) {
        estimates.put(measure, Estimate.exact(ofAll));
    }

    /** @throws IllegalArgumentException if it was not measured in this task */
    public Estimate of(Measure measure) {
        Estimate estimate = estimates.get(measure);
        if (estimate == null) {
            throw new IllegalArgumentException(measure + " was not measured here: there is " + estimates.keySet());
        }
        return estimate;
    }
}
