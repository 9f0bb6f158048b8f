package segue.neighbors.tree;

import java.util.Arrays;
import segue.neighbors.QueryBlock;
import segue.neighbors.TopK;
import segue.neighbors.simd.TileSearch;
import segue.neighbors.simd.Tiles;

/** The way of one query, or of four together, through the boxes of a tree. Not for several threads. */
final class Visit {
    private static final int BOXES = Tiles.ROWS;

    private final TreeEngine tree;
    private final QueryBlock block;
    private final TopK[] best;
    private final TileSearch.Scratch scratch;
    private final float[] low;
    private final float[] high;
    private final float[] groupBounds;
    private final float[] bounds = new float[BOXES];
    /** Boxes to look into, each with its bound in the upper half: sorted, the most promising come first. */
    private long[] promising = new long[4 * BOXES];

    private int first;
    private int count;

    Visit(TreeEngine tree, QueryBlock block, TopK[] best) {
        this.tree = tree;
        this.block = block;
        this.best = best;
        this.scratch = tree.search.scratch();
        int columns = block.vectors().length / block.size();
        this.low = new float[columns];
        this.high = new float[columns];
        this.groupBounds = new float[tree.groupLows.paddedRows()];
    }

    /** Answers the {@code count} queries from {@code first} on: one or four. */
    void queries(int first, int count) {
        this.first = first;
        this.count = count;
        surround();
        for (int group = 0; group < tree.groupLows.rows(); group += BOXES) {
            tree.scan.bounds(
                    tree.groupLows, tree.groupHighs, group / BOXES, low, high, block.farthest(), groupBounds, group);
        }
        int nearestBox = mostPromisingBox();
        look(nearestBox);
        float threshold = threshold();
        int kept = 0;
        for (int group = 0; group < tree.groupLows.rows(); group++) {
            if (groupBounds[group] <= threshold) {
                kept = keepPromising(group, nearestBox, threshold, kept);
            }
        }
        Arrays.sort(promising, 0, kept);
        for (int i = 0; i < kept && bound(promising[i]) <= threshold(); i++) {
            look((int) promising[i]);
        }
    }

    /** The box around the queries. */
    private void surround() {
        int columns = low.length;
        for (int c = 0; c < columns; c++) {
            float least = block.vectors()[first * columns + c];
            float largest = least;
            for (int q = first + 1; q < first + count; q++) {
                float value = block.vectors()[q * columns + c];
                least = Math.min(least, value);
                largest = Math.max(largest, value);
            }
            low[c] = least;
            high[c] = largest;
        }
    }

    private int mostPromisingBox() {
        int group = 0;
        for (int g = 1; g < tree.groupLows.rows(); g++) {
            group = groupBounds[g] < groupBounds[group] ? g : group;
        }
        bound(group);
        int boxes = boxesOf(group);
        int box = 0;
        for (int b = 1; b < boxes; b++) {
            box = bounds[b] < bounds[box] ? b : box;
        }
        return group * BOXES + box;
    }

    private int keepPromising(int group, int alreadySeen, float threshold, int alreadyKept) {
        bound(group);
        int boxes = boxesOf(group);
        int kept = alreadyKept;
        if (kept + boxes > promising.length) {
            promising = Arrays.copyOf(promising, 2 * promising.length);
        }
        for (int b = 0; b < boxes; b++) {
            int box = group * BOXES + b;
            if (bounds[b] <= threshold && box != alreadySeen) {
                promising[kept++] = (long) ranking(bounds[b]) << 32 | box;
            }
        }
        return kept;
    }

    private void bound(int group) {
        tree.scan.bounds(tree.lows, tree.highs, group, low, high, block.farthest(), bounds, 0);
    }

    private int boxesOf(int group) {
        return Math.min(BOXES, tree.lows.rows() - group * BOXES);
    }

    /** The bits of a float as an integer that ranks like it; its own inverse. */
    private static int ranking(float bound) {
        int bits = Float.floatToRawIntBits(bound);
        return bits ^ (bits >> 31 & Integer.MAX_VALUE);
    }

    private static float bound(long promise) {
        int ranking = (int) (promise >> 32);
        return Float.intBitsToFloat(ranking ^ (ranking >> 31 & Integer.MAX_VALUE));
    }

    /** What a bound must not exceed for one of the queries to need the box. */
    private float threshold() {
        float largest = best[first].threshold();
        for (int q = first + 1; q < first + count; q++) {
            largest = Math.max(largest, best[q].threshold());
        }
        return largest;
    }

    private void look(int box) {
        int from = box * Tiles.ROWS;
        if (count == 1) {
            tree.search.one(block, first, from, from + Tiles.ROWS, best[first], scratch);
        } else {
            tree.search.four(block, first, from, from + Tiles.ROWS, best, scratch);
        }
    }
}
