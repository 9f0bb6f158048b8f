package segue.neighbors;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How far apart two vectors are; smaller is more alike. */
public enum Metric {
    /** {@code sqrt(sum (a_i - b_i)^2)}. */
    EUCLIDEAN,
    /** {@code sum |a_i - b_i|}. */
    MANHATTAN,
    /** {@code 1 - a·b / (|a| |b|)}, 0 to 2; a vector of length 0 is at distance 1 from every vector. */
    COSINE;

    /** The name that commands and the page use, {@code "euclidean"} and so on. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The metric called {@code label}, in any case.
     *
     * @throws IllegalArgumentException naming the metrics there are
     */
    public static Metric parse(String label) {
        return Arrays.stream(values())
                .filter(metric -> metric.label().equals(label.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("metric must be one of %s but was %s"
                        .formatted(
                                Arrays.stream(values()).map(Metric::label).collect(Collectors.joining(", ")), label)));
    }
}
