package segue.neighbors.gpu;

/** Into how many parts the rows are cut, so that blocks enough keep the card busy and the last ones end together. */
final class Partition {
    /** Entries of all parts that one block merges for a query, at most. */
    private static final int MERGED = 1 << 14;

    private static final int MOST_PARTS = 65_535;

    private Partition() {}

    /**
     * @param groups of queries, one a block
     * @param tiles of rows
     * @param atOnce blocks that the card runs at a time
     */
    static int parts(long groups, int tiles, int atOnce, int k) {
        int most = Math.min(Math.min(tiles, MOST_PARTS), Math.max(1, MERGED / k));
        int fewest = Math.clamp((atOnce + groups - 1) / groups, 1, most);
        int best = fewest;
        double bestUse = 0;
        for (int parts = fewest; parts <= Math.min(most, 4 * fewest); parts++) {
            double rounds = (double) groups * parts / atOnce;
            double use = rounds / Math.ceil(rounds);
            // Every further part finds its own best ones again, so it must be worth it.
            if (use > bestUse + 0.05) {
                best = parts;
                bestUse = use;
            }
        }
        return best;
    }

    /** How far it is from one tile to the next: rows that come ever closer to a query would all enter its best ones. */
    static int step(int tiles) {
        int step = Math.max(1, (int) (0.618 * tiles));
        while (commonDivisor(step, tiles) > 1) {
            step--;
        }
        return step;
    }

    private static int commonDivisor(int a, int b) {
        return b == 0 ? a : commonDivisor(b, a % b);
    }
}
