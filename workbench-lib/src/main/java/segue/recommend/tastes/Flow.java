package segue.recommend.tastes;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import segue.catalog.Catalog;
import segue.matrix.FloatMatrix;

/**
 * Puts songs into an order in which neighbours are alike: a short path through all of them. A step is as long as
 *
 * <pre>{@code
 * features / usual + 0.5 |octaves of tempo| / usual + 0.25 fifths / usual
 * }</pre>
 *
 * <p>where each is divided by what it is between two songs at random. Tempo has no octave: 70 beats a minute are next to 140.
 * Keys stand on the circle of fifths, C major beside G and F, and a minor key at its relative major, half a step off. Of a song
 * whose tempo or key is unknown the term is 1.
 *
 * <p>Up to 12 songs get the shortest path there is (Held and Karp 1962). For more, greedy paths from every song are
 * improved by turning stretches round (2-opt, Croes 1958) and moving up to three neighbours elsewhere (Or 1976) until nothing
 * helps. Deterministic.
 */
public final class Flow {
    /** The matrix of steps grows with the square. */
    public static final int MAX_SONGS = 500;

    private Flow() {}

    /**
     * Over the catalogue's own points, no song given to begin with.
     *
     * @param rows each once, 0 to {@value #MAX_SONGS} of them
     * @return the same rows
     */
    public static int[] order(Catalog catalog, int... rows) {
        return order(catalog, catalog.points(), rows, OptionalInt.empty(), FlowOptions.defaults());
    }

    /**
     * @param points of all songs of the catalogue, a column each of its space
     * @param first row that stays first
     * @throws IllegalArgumentException if there are too many rows, one stands there twice, or the first is not among them
     */
    public static int[] order(Catalog catalog, FloatMatrix points, int[] rows, OptionalInt first, FlowOptions options) {
        if (rows.length > MAX_SONGS) {
            throw new IllegalArgumentException(
                    "an order is found for up to %,d songs but there are %,d".formatted(MAX_SONGS, rows.length));
        }
        if (IntStream.of(rows).distinct().count() < rows.length) {
            throw new IllegalArgumentException("each song must stand in the list once: " + Arrays.toString(rows));
        }
        int start = first.isEmpty() ? -1 : place(first.getAsInt(), rows);
        return Arrays.stream(ShortPath.of(Steps.between(catalog, points, rows, options), start))
                .map(at -> rows[at])
                .toArray();
    }

    /** How long the way is through songs in this order. */
    public static double length(Catalog catalog, FloatMatrix points, int[] rows, FlowOptions options) {
        return ShortPath.length(
                Steps.between(catalog, points, rows, options),
                IntStream.range(0, rows.length).toArray());
    }

    private static int place(int first, int... rows) {
        return IntStream.range(0, rows.length)
                .filter(i -> rows[i] == first)
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("the first song, row %,d, is not in the list".formatted(first)));
    }
}
