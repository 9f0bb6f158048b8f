package segue.spark.neighbors;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How the table comes to the queries. */
public enum Way {
    /** Broadcast, where the table is small enough. */
    AUTO,
    /** The whole table to every executor, once. */
    BROADCAST,
    /** Blocks of the table to blocks of the queries. */
    SHUFFLE;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException naming the ways there are */
    public static Way parse(String label) {
        return Arrays.stream(values())
                .filter(way -> way.label().equals(label.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("way must be one of %s but was %s"
                        .formatted(Arrays.stream(values()).map(Way::label).collect(Collectors.joining(", ")), label)));
    }
}
