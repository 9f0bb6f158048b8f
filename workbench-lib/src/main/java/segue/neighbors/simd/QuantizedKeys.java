package segue.neighbors.simd;

import static jdk.incubator.vector.VectorOperators.ULE;

import jdk.incubator.vector.ShortVector;
import segue.neighbors.QueryBlock;
import segue.neighbors.TopK;

/** The keys of one query's levels, of every row; unsigned. With the least of every run, most runs need no look. */
final class QuantizedKeys {
    /** Rows a run. */
    static final int RUN = 8 * Tiles.ROWS;

    final short[] keys;
    /** Of each run the least keys, lane by lane. */
    final short[] least;

    private final int rows;
    private final int[] found;
    private final int[] runs;

    /** @param most rows that {@link #upTo} finds */
    QuantizedKeys(int rows, int[] runs, int most) {
        this.rows = rows;
        this.runs = runs;
        this.keys = new short[(rows + Tiles.ROWS - 1) / Tiles.ROWS * Tiles.ROWS];
        this.least = new short[runs.length * Lanes.SHORT_COUNT];
        this.found = new int[most];
    }

    static int runs(int rows) {
        return (rows + RUN - 1) / RUN;
    }

    /** The k-th smallest key of the rows that query {@code q} may find; the highest where they are fewer. */
    int smallest(int k, QueryBlock block, int q) {
        TopK smallest = new TopK(k);
        int limit = QuantizedTiles.HIGHEST_KEY;
        for (int run : runs) {
            if (!anyUpTo(limit, run)) {
                continue;
            }
            int end = Math.min((run + 1) * RUN, keys.length);
            for (int at = run * RUN; at < end; at += Lanes.SHORT_COUNT) {
                for (long may = within(keys, at, limit); may != 0; may &= may - 1) {
                    int row = at + Long.numberOfTrailingZeros(may);
                    if (row < rows && block.admits(q, row)) {
                        smallest.offer(keys[row] & QuantizedTiles.HIGHEST_KEY, row);
                    }
                }
                limit = (int) Math.min(limit, smallest.threshold());
            }
        }
        smallest.sharpen();
        return (int) Math.min(limit, smallest.threshold());
    }

    /** The rows that query {@code q} may find with keys up to {@code limit}, in {@link #found}; or -1 where they are too many. */
    int upTo(int limit, QueryBlock block, int q) {
        int count = 0;
        for (int run = 0; run < runs.length; run++) {
            if (!anyUpTo(limit, run)) {
                continue;
            }
            int end = Math.min((run + 1) * RUN, keys.length);
            for (int at = run * RUN; at < end; at += Lanes.SHORT_COUNT) {
                for (long may = within(keys, at, limit); may != 0; may &= may - 1) {
                    int row = at + Long.numberOfTrailingZeros(may);
                    if (row < rows && block.admits(q, row)) {
                        if (count == found.length) {
                            return -1;
                        }
                        found[count++] = row;
                    }
                }
            }
        }
        return count;
    }

    int found(int i) {
        return found[i];
    }

    private boolean anyUpTo(int limit, int run) {
        return within(least, run * Lanes.SHORT_COUNT, limit) != 0;
    }

    private static long within(short[] keys, int at, int limit) {
        return ShortVector.fromArray(Lanes.SHORTS, keys, at)
                .compare(ULE, (short) limit)
                .toLong();
    }
}
