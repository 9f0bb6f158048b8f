package segue.neighbors.tree;

import segue.neighbors.QueryBlock;
import segue.neighbors.TopK;
import segue.neighbors.simd.TileSearch;
import segue.neighbors.simd.Tiles;

/** The way of one query after another through the boxes of a tree. Not for several threads. */
final class Visit {
    private static final int BOXES = Tiles.ROWS;

    /** Boxes to look into before all others are bounded. */
    private static final int FIRST_LOOKS = 4;

    private final TreeEngine tree;
    private final QueryBlock block;
    private final TileSearch.Scratch scratch;
    private final float[] query;
    private final float[] groupBounds;
    private final float[] bounds = new float[BOXES];
    private final Promising promising = new Promising();
    private int q;
    private TopK best;

    Visit(TreeEngine tree, QueryBlock block) {
        this.tree = tree;
        this.block = block;
        this.scratch = tree.search.scratch();
        this.query = new float[block.vectors().length / block.size()];
        this.groupBounds = new float[tree.groupLows.paddedRows()];
    }

    /** Answers query {@code q}. */
    void query(int q, TopK best) {
        this.q = q;
        this.best = best;
        System.arraycopy(block.vectors(), q * query.length, query, 0, query.length);
        for (int group = 0; group < tree.groupLows.rows(); group += BOXES) {
            boolean farthest = block.farthest();
            tree.scan.bounds(tree.groupLows, tree.groupHighs, group / BOXES, query, farthest, 0, groupBounds, group);
        }
        int home = mostPromisingGroup();
        long seen = lookAround(home);
        promising.clear();
        for (int group = 0; group < tree.groupLows.rows(); group++) {
            if (groupBounds[group] <= best.threshold()) {
                long within = bound(group);
                promising.add(bounds, group == home ? within & ~seen : within, group * BOXES);
            }
        }
        lookInto();
    }

    /** Boxes that the last query looked into. */
    int boxesLookedAt() {
        return Math.min(FIRST_LOOKS + promising.within(best.threshold()), tree.lows.rows());
    }

    private int mostPromisingGroup() {
        int group = 0;
        for (int g = 1; g < tree.groupLows.rows(); g++) {
            group = groupBounds[g] < groupBounds[group] ? g : group;
        }
        return group;
    }

    /** Looks into the best boxes of a group, and says which. */
    private long lookAround(int group) {
        bound(group);
        int boxes = Math.min(BOXES, tree.lows.rows() - group * BOXES);
        long seen = 0;
        promising.clear();
        for (int i = 0; i < Math.min(FIRST_LOOKS, boxes); i++) {
            int box = -1;
            for (int b = 0; b < boxes; b++) {
                if ((seen >>> b & 1) == 0 && (box < 0 || bounds[b] < bounds[box])) {
                    box = b;
                }
            }
            seen |= 1L << box;
        }
        promising.add(bounds, seen, group * BOXES);
        lookInto();
        return seen;
    }

    private long bound(int group) {
        return tree.scan.bounds(tree.lows, tree.highs, group, query, block.farthest(), best.threshold(), bounds, 0);
    }

    private void lookInto() {
        promising.arrange(best.threshold());
        promising.look(tree.search, block, q, best, scratch);
        best.sharpen();
    }
}
