package segue.page;

import segue.neighbors.Metric;

/** A distance on a scale that people read at a glance: 1 for equal features, towards 0 the farther apart. */
final class Similarity {
    private Similarity() {}

    /**
     * Euclidean and manhattan: {@code exp(-m)}, where {@code m} is the mean difference a feature in standard deviations
     * (root mean square for euclidean). Cosine: {@code 1 - distance / 2}, so that 0.5 is unrelated and 0 is opposite.
     *
     * @param distance over {@code features} standardised features, at least 0
     * @return 0 to 1
     */
    static double of(Metric metric, double distance, int features) {
        return switch (metric) {
            case EUCLIDEAN -> Math.exp(-distance / Math.sqrt(features));
            case MANHATTAN -> Math.exp(-distance / features);
            case COSINE -> Math.clamp(1 - distance / 2, 0.0, 1.0);
        };
    }
}
