package segue.recommend;

import java.util.BitSet;
import segue.neighbors.NeighborIndex;
import segue.neighbors.Neighbors;
import segue.neighbors.Search;

/**
 * Rows in the order of their distance, as far as one asks: it looks for a few, and for eight times as many when these are used
 * up.
 */
abstract class Ranking {
    private static final int DEEPER = 8;

    private final BitSet among;
    private final boolean farthest;
    private final int all;
    private int k;
    private Neighbors found;
    private int at = -1;

    /** @param among the rows that may be found; null for all */
    Ranking(int size, BitSet among, boolean farthest, int k) {
        this.among = among;
        this.farthest = farthest;
        this.all = among == null ? size : among.cardinality();
        this.k = Math.min(k, all);
    }

    /** Of one song. */
    static Ranking of(NeighborIndex index, float[] query, int seed, BitSet among, boolean farthest, int k) {
        return new Ranking(index.size(), among, farthest, k) {
            @Override
            Neighbors look(Search search) {
                return index.search(query, search);
            }

            @Override
            int seed() {
                return seed;
            }
        };
    }

    /** The best so many, or fewer where it is not sure of more; all where {@code search.k()} is the number of rows. */
    abstract Neighbors look(Search search);

    /** The song among those asked for that the present row is compared with, by its place. */
    abstract int seed();

    /** Goes to the next row; false where there is none. */
    boolean advance() {
        if (found == null) {
            found = look(search());
        }
        at++;
        while (at >= found.size() && k < all) {
            k = (int) Math.min((long) DEEPER * k, all);
            found = look(search());
        }
        return at < found.size();
    }

    private Search search() {
        Search search = farthest ? Search.farthest(k) : Search.nearest(k);
        return among == null ? search : search.among(among);
    }

    int row() {
        return found.rows()[at];
    }

    float distance() {
        return found.distances()[at];
    }
}
