package segue.page.songs;

import segue.neighbors.Metric;

/** A distance on a scale that people read at a glance: 1 for equal features, towards 0 the farther apart. */
public final class Similarity {
    private Similarity() {}

    /**
     * Euclidean and manhattan: {@code exp(-m)}, where {@code m} is the mean difference a feature in standard deviations
     * (root mean square for euclidean, the largest for Chebyshev). Cosine: {@code 1 - distance / 2}, so that 0.5 is
     * unrelated and 0 is opposite; dot product likewise by the logistic function of its mean a feature.
     *
     * @param distance over {@code features} standardised features
     * @return 0 to 1
     */
    public static double of(Metric metric, double distance, int features) {
        return switch (metric) {
            case EUCLIDEAN -> Math.exp(-distance / Math.sqrt(features));
            case MANHATTAN -> Math.exp(-distance / features);
            case COSINE -> Math.clamp(1 - distance / 2, 0.0, 1.0);
            case SQUARED_EUCLIDEAN -> Math.exp(-Math.sqrt(distance / features));
            case CHEBYSHEV -> Math.exp(-distance);
            case DOT -> 1 / (1 + Math.exp(distance / features));
        };
    }
}
