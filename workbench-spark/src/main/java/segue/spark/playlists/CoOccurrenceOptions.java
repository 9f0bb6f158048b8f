package segue.spark.playlists;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Which songs are kept beside each song.
 *
 * @param top how many at most, 1 to 10,000
 * @param minCount of playlists that have both, at least 1
 * @param order of them
 * @param blockEntries of playlists that a task holds at most, about: 1,000 to 100,000,000, at some 8 bytes each
 */
public record CoOccurrenceOptions(int top, int minCount, Order order, int blockEntries) implements Serializable {
    /** What makes a song come first. Of equal ones that song does which stands in most playlists, then the smaller id. */
    public enum Order {
        /** Playlists that have both. */
        COUNT,
        /** The same, by the root of the product of how many have the one and how many the other. */
        SIMILARITY;

        /** @param name {@code count} or {@code similarity}, in any case */
        public static Order named(String name) {
            return Arrays.stream(values())
                    .filter(order -> order.name().equalsIgnoreCase(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "the order must be count or similarity but was '%s'".formatted(name)));
        }
    }

    /** @throws IllegalArgumentException if a number is out of its range */
    public CoOccurrenceOptions {
        if (top < 1 || top > 10_000) {
            throw new IllegalArgumentException("top must be in [1, 10,000] but was " + top);
        }
        if (minCount < 1) {
            throw new IllegalArgumentException("min-count must be at least 1 but was " + minCount);
        }
        if (blockEntries < 1000 || blockEntries > 100_000_000) {
            throw new IllegalArgumentException("block-entries must be in [1,000, 100,000,000] but was " + blockEntries);
        }
    }

    /** The 100 songs that stand in most of the same lists, in 2 at least; 16 million entries a task. */
    public static CoOccurrenceOptions defaults() {
        return new CoOccurrenceOptions(100, 2, Order.COUNT, 16_000_000);
    }

    public CoOccurrenceOptions withTop(int songs) {
        return new CoOccurrenceOptions(songs, minCount, order, blockEntries);
    }

    public CoOccurrenceOptions withMinCount(int count) {
        return new CoOccurrenceOptions(top, count, order, blockEntries);
    }

    public CoOccurrenceOptions withOrder(Order by) {
        return new CoOccurrenceOptions(top, minCount, by, blockEntries);
    }

    public CoOccurrenceOptions withBlockEntries(int entries) {
        return new CoOccurrenceOptions(top, minCount, order, entries);
    }
}
