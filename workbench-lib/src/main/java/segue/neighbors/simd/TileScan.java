package segue.neighbors.simd;

/**
 * The inner loops: keys of rows in tiles, for one query or for four at a time. A scan runs until it meets rows of which one
 * may enter, writes their keys down and says where they are; its caller takes them and calls again. So the loops call
 * nothing and keep everything in registers. One class an accumulation: the JIT compiles each on its own.
 */
interface TileScan {
    /** Rows whose keys are written down at a time, for one query: a step. */
    int ONE = 4 * Lanes.COUNT;

    /** Steps a tile. */
    int STEPS = Tiles.ROWS / ONE;

    /** Rows whose keys are written down at a time, for four queries. */
    int FOUR = 2 * Lanes.COUNT;

    /**
     * @param boxes tiles to scan, in this order
     * @param bounds of those tiles: one above the threshold is passed over
     * @param from first step: tile {@code boxes[step / STEPS]}, rows {@code step % STEPS * ONE} and on
     * @param to step after the last
     * @param queries vectors one after another
     * @param at where the query begins
     * @param sign of the keys
     * @param threshold keys up to it may enter
     * @param keys receives {@link #ONE} keys
     * @return the step whose keys were written, or a negative number where there is none
     */
    int one(
            Tiles tiles,
            int[] boxes,
            float[] bounds,
            int from,
            int to,
            float[] queries,
            int at,
            float sign,
            float threshold,
            float[] keys);

    /**
     * Likewise for four queries that stand one after another from {@code at} on, over neighbouring rows.
     *
     * @param from position of the first row, a multiple of {@link #FOUR}
     * @param to position after the last one
     * @param thresholds of the four
     * @param keys receives {@link #FOUR} keys of the first query, then of the second, and so on
     * @return position of the first of the rows whose keys were written, or a negative number where there is none
     */
    int four(Tiles tiles, int from, int to, float[] queries, int at, float sign, float[] thresholds, float[] keys);
}
