package segue.neighbors;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Some queries that a back end answers at one go.
 *
 * @param vectors prepared like the rows, one after another
 * @param selves of each query the row to leave out, or -1
 * @param sign that makes a smaller key the better one
 * @param among the rows that may be found; null for all
 */
public record QueryBlock(float[] vectors, int[] selves, boolean farthest, float sign, BitSet among) {
    public int size() {
        return selves.length;
    }

    /** Query {@code q} alone. */
    public QueryBlock only(int q) {
        int columns = vectors.length / size();
        return new QueryBlock(
                Arrays.copyOfRange(vectors, q * columns, (q + 1) * columns),
                new int[] {selves[q]},
                farthest,
                sign,
                among);
    }

    /** Whether {@code row} may be an answer to query {@code q}. */
    public boolean admits(int q, int row) {
        return row != selves[q] && (among == null || among.get(row));
    }
}
