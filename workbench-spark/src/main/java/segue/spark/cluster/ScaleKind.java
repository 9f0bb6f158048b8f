package segue.spark.cluster;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the columns of a table are put on one scale by. */
public enum ScaleKind {
    /** Mean 0 and variance 1, by the standard deviation of the population. */
    STANDARD,
    /** From 0 to 1. */
    MINMAX,
    /** Left as they are. */
    NONE;

    /** The name that commands use. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The kind called {@code label}, in any case.
     *
     * @throws IllegalArgumentException naming the kinds there are
     */
    public static ScaleKind parse(String label) {
        return Arrays.stream(values())
                .filter(kind -> kind.label().equals(label.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("scale must be one of %s but was %s"
                        .formatted(
                                Arrays.stream(values()).map(ScaleKind::label).collect(Collectors.joining(", ")),
                                label)));
    }
}
