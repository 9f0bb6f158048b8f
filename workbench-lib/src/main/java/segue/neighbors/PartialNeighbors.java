package segue.neighbors;

import java.io.Serializable;

/**
 * What some blocks of a table hold for some queries: what a {@link BlockIndex} found, or several of them together. Keys and
 * not distances, since different keys may be rounded to the same distance, and the smaller key comes first.
 *
 * @param queries number of queries
 * @param k places a query
 * @param rows numbers in the whole table, shape {@code (queries, k)}, best first; -1 in the last places where fewer were found
 * @param keys that the rows are ranked by, the smaller the better, ties by ascending row; same shape
 */
public record PartialNeighbors(int queries, int k, int[] rows, float[] keys) implements Serializable {
    private static final int NONE = -1;

    /**
     * The best of both.
     *
     * @param other of the same queries, from other rows
     * @param most places a query, at most
     */
    public PartialNeighbors with(PartialNeighbors other, int most) {
        if (other.queries != queries) {
            throw new IllegalArgumentException(
                    "both must answer the same queries but these are %d and %d".formatted(queries, other.queries));
        }
        int places = (int) Math.min(most, (long) k + other.k);
        PartialNeighbors best =
                new PartialNeighbors(queries, places, new int[queries * places], new float[queries * places]);
        for (int query = 0; query < queries; query++) {
            best.merge(query, this, other);
        }
        return best;
    }

    private void merge(int query, PartialNeighbors a, PartialNeighbors b) {
        int i = query * a.k;
        int j = query * b.k;
        int endOfA = i + a.k;
        int endOfB = j + b.k;
        for (int place = query * k; place < (query + 1) * k; place++) {
            boolean hasA = i < endOfA && a.rows[i] != NONE;
            boolean hasB = j < endOfB && b.rows[j] != NONE;
            if (!hasA && !hasB) {
                rows[place] = NONE;
            } else if (hasA && (!hasB || a.isBefore(i, b, j))) {
                rows[place] = a.rows[i];
                keys[place] = a.keys[i++];
            } else {
                rows[place] = b.rows[j];
                keys[place] = b.keys[j++];
            }
        }
    }

    private boolean isBefore(int i, PartialNeighbors other, int j) {
        return keys[i] < other.keys[j] || keys[i] == other.keys[j] && rows[i] < other.rows[j];
    }

    /**
     * The answer, once every block of the table is in it.
     *
     * @param farthest whether the farthest rows were looked for
     * @param most neighbours a query
     * @throws IllegalStateException if a query has fewer
     */
    public NeighborTable table(Metric metric, boolean farthest, int most) {
        NeighborTable table = new NeighborTable(queries, most, new int[queries * most], new float[queries * most]);
        for (int query = 0; query < queries; query++) {
            if (most > k || most > 0 && rows[query * k + most - 1] == NONE) {
                throw new IllegalStateException("query %d has fewer than %d neighbours".formatted(query, most));
            }
            System.arraycopy(rows, query * k, table.rows(), query * most, most);
            System.arraycopy(keys, query * k, table.distances(), query * most, most);
        }
        metric.distances(table.distances(), farthest);
        return table;
    }

    /** Takes of each query one row out, where it is there. */
    void leaveOut(int[] selves) {
        for (int query = 0; query < queries; query++) {
            int kept = query * k;
            for (int place = query * k; place < (query + 1) * k; place++) {
                if (rows[place] != selves[query]) {
                    rows[kept] = rows[place];
                    keys[kept++] = keys[place];
                }
            }
            if (kept < (query + 1) * k) {
                rows[kept] = NONE;
            }
        }
    }

    void countFrom(int firstRow) {
        for (int i = 0; i < rows.length; i++) {
            rows[i] = rows[i] == NONE ? NONE : rows[i] + firstRow;
        }
    }
}
