package segue.recommend.tastes;

/**
 * What makes a step from one song to the next a long one. Each term is about 1 between two songs taken at random, so that a
 * weight says how much of a surprise it counts for beside the features.
 *
 * @param tempo weight of the change of tempo, 0 to 10
 * @param key weight of the way on the circle of fifths, 0 to 10
 */
public record FlowOptions(double tempo, double key) {
    /** @throws IllegalArgumentException if a weight is out of its range */
    public FlowOptions {
        require("tempo", tempo);
        require("key", key);
    }

    private static void require(String name, double value) {
        if (!(value >= 0 && value <= 10)) {
            throw new IllegalArgumentException("the weight of %s must be in [0, 10] but was %s".formatted(name, value));
        }
    }

    /** Tempo counts half as much as all other features together, key a quarter. */
    public static FlowOptions defaults() {
        return new FlowOptions(0.5, 0.25);
    }

    public FlowOptions withTempo(double other) {
        return new FlowOptions(other, key);
    }

    public FlowOptions withKey(double other) {
        return new FlowOptions(tempo, other);
    }
}
