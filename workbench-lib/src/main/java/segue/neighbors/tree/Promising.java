package segue.neighbors.tree;

import java.util.Arrays;
import segue.neighbors.QueryBlock;
import segue.neighbors.TopK;
import segue.neighbors.simd.TileSearch;

/** Boxes that may hold a row that is good enough, roughly the best first: exact sorting would cost more than it saves. */
final class Promising {
    private static final int CLASSES = 16;

    private float[] bounds = new float[256];
    private int[] boxes = new int[256];
    private float[] arrangedBounds = new float[256];
    private int[] arrangedBoxes = new int[256];
    private final int[] ends = new int[CLASSES + 1];
    private int size;

    void clear() {
        size = 0;
    }

    /** Adds the boxes whose bit is set in {@code which}; box {@code b} is number {@code first + b}. */
    void add(float[] bounds, long which, int first) {
        if (size + Long.SIZE > boxes.length) {
            grow();
        }
        for (long left = which; left != 0; left &= left - 1) {
            int box = Long.numberOfTrailingZeros(left);
            this.bounds[size] = bounds[box];
            boxes[size++] = first + box;
        }
    }

    private void grow() {
        int length = 2 * boxes.length;
        bounds = Arrays.copyOf(bounds, length);
        boxes = Arrays.copyOf(boxes, length);
        arrangedBounds = new float[length];
        arrangedBoxes = new int[length];
    }

    /** Sorts by bound into a few classes between the least one and {@code most}. */
    void arrange(float most) {
        float least = Float.POSITIVE_INFINITY;
        float largest = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < size; i++) {
            least = Math.min(least, bounds[i]);
            largest = Math.max(largest, bounds[i]);
        }
        float scale = CLASSES / (Math.min(most, largest) - least);
        if (!Float.isFinite(scale)) {
            scale = 0;
        }
        Arrays.fill(ends, 0);
        for (int i = 0; i < size; i++) {
            ends[1 + classOf(bounds[i], least, scale)]++;
        }
        for (int c = 1; c <= CLASSES; c++) {
            ends[c] += ends[c - 1];
        }
        for (int i = 0; i < size; i++) {
            int to = ends[classOf(bounds[i], least, scale)]++;
            arrangedBounds[to] = bounds[i];
            arrangedBoxes[to] = boxes[i];
        }
    }

    private static int classOf(float bound, float least, float scale) {
        return Math.clamp((int) ((bound - least) * scale), 0, CLASSES - 1);
    }

    /** Looks into the boxes, as arranged, that may still hold something. */
    void look(TileSearch search, QueryBlock block, int q, TopK best, TileSearch.Scratch scratch) {
        search.one(block, q, arrangedBoxes, arrangedBounds, size, best, scratch);
    }

    /** How many are not above {@code threshold}. */
    int within(float threshold) {
        int within = 0;
        for (int i = 0; i < size; i++) {
            within += bounds[i] <= threshold ? 1 : 0;
        }
        return within;
    }
}
