package segue.neighbors;

import java.util.Random;
import java.util.stream.IntStream;

/**
 * How much of the truth an answer holds: the share of the true k nearest that were found. A row as near as the true k-th is
 * a right answer, so that ties do not count as misses.
 *
 * @param value 0 to 1; 1 where nothing was asked for
 * @param queries that it was measured on
 * @param k neighbours of each
 */
public record Recall(double value, int queries, int k) {

    private static final int SAMPLE = 1_000;

    /** Some of {@code rows} rows, ascending and seeded: 1,000 different ones, or all where there are fewer. */
    static int[] sample(int rows) {
        return rows <= SAMPLE
                ? IntStream.range(0, rows).toArray()
                : new Random(SAMPLE)
                        .ints(0, rows)
                        .distinct()
                        .limit(SAMPLE)
                        .sorted()
                        .toArray();
    }

    /**
     * Of {@code found}, measured by {@code exact}: both of the same queries, best first, by the same distance.
     *
     * @throws IllegalArgumentException if the tables are not of the same queries, or {@code found} has more neighbours
     */
    public static Recall of(NeighborTable found, NeighborTable exact) {
        if (found.queries() != exact.queries() || found.k() > exact.k()) {
            throw new IllegalArgumentException("answers of %d queries with %d neighbours cannot be judged by %d with %d"
                    .formatted(found.queries(), found.k(), exact.queries(), exact.k()));
        }
        int k = exact.k();
        if (k == 0 || exact.queries() == 0) {
            return new Recall(1, exact.queries(), k);
        }
        long right = 0;
        for (int q = 0; q < exact.queries(); q++) {
            float last = exact.distances()[q * k + k - 1];
            for (int i = q * found.k(); i < (q + 1) * found.k(); i++) {
                right += found.distances()[i] <= last ? 1 : 0;
            }
        }
        return new Recall((double) right / ((long) exact.queries() * k), exact.queries(), k);
    }
}
