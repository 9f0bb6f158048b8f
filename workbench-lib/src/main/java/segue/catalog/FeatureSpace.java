package segue.catalog;

import java.util.List;
import java.util.function.UnaryOperator;
import segue.matrix.FloatMatrix;

/**
 * What the numbers of a catalogue's songs are, how they are put on one scale, and in which words a distance is told. There
 * are two: the nine {@linkplain Feature features} of song tables, and the descriptors of recordings.
 */
public sealed interface FeatureSpace permits SongTableSpace, RecordingSpace {
    /** The space of song tables. */
    static FeatureSpace ofSongTables() {
        return SongTableSpace.NINE_FEATURES;
    }

    /** Whether it is measured in recordings, so that any recording can be compared with the songs. */
    default boolean isMeasured() {
        return this instanceof RecordingSpace;
    }

    /** The columns of {@link Catalog#features()}. */
    List<String> columns();

    /** The few numbers that people are shown of a song; not every song need have every one. */
    List<String> shown();

    /** Every number that a song may have: the columns, then what is only shown. */
    List<String> all();

    /**
     * Features on one scale, as points whose distance says how alike the songs are.
     *
     * @param features shape {@code (songs, columns)}, at least one row
     * @return the same shape; a coordinate a column
     */
    default FloatMatrix points(FloatMatrix features) {
        return scale(features).apply(features);
    }

    /**
     * Learns a scale from songs; what it gives makes points of them, and of others that are to be compared with them.
     *
     * @param features shape {@code (songs, columns)}, at least one row
     */
    UnaryOperator<FloatMatrix> scale(FloatMatrix features);

    /** The parts in which a distance is told; every coordinate is in one of them. */
    List<Part> parts();

    /**
     * A part of the coordinates.
     *
     * @param name {@code "energy"}, {@code "timbre"}
     * @param columns one, or all of a group
     */
    record Part(String name, List<Integer> columns) {
        public Part {
            columns = List.copyOf(columns);
        }

        /** Whether it is one feature, of which more or less can be said, and not a group. */
        public boolean single() {
            return columns.size() == 1;
        }
    }
}
