package segue.projection;

import java.util.Arrays;

/**
 * Boxes around points that stand in the order of Morton's curve, halves within halves; in the order in which they are
 * visited, each with the number of the box after its last part.
 */
final class BoxTree {
    private static final int LEAF = 8;

    private final float[][] points;
    private final float[][] middles;
    private float[] squaredSizes;
    private int[] froms;
    private int[] tos;
    private int[] afters;
    private int boxes;

    private BoxTree(float[][] points) {
        int capacity = Math.max(16, points[0].length);
        this.points = points;
        this.middles = new float[points.length][capacity];
        this.squaredSizes = new float[capacity];
        this.froms = new int[capacity];
        this.tos = new int[capacity];
        this.afters = new int[capacity];
    }

    /** @param points {@code [dimension][point]}, at least one, in the order of the curve */
    static BoxTree of(float[][] points) {
        BoxTree tree = new BoxTree(points);
        tree.add(0, points[0].length);
        return tree;
    }

    private void add(int from, int to) {
        if (boxes == froms.length) {
            grow();
        }
        int box = boxes++;
        froms[box] = from;
        tos[box] = to;
        float size = 0;
        for (int d = 0; d < points.length; d++) {
            float low = points[d][from];
            float high = low;
            double sum = 0;
            for (int i = from; i < to; i++) {
                low = Math.min(low, points[d][i]);
                high = Math.max(high, points[d][i]);
                sum += points[d][i];
            }
            middles[d][box] = (float) (sum / (to - from));
            size = Math.max(size, high - low);
        }
        squaredSizes[box] = size * size;
        if (to - from > LEAF) {
            int middle = (from + to) >>> 1;
            add(from, middle);
            add(middle, to);
        }
        afters[box] = boxes;
    }

    private void grow() {
        int more = 2 * froms.length;
        froms = Arrays.copyOf(froms, more);
        tos = Arrays.copyOf(tos, more);
        afters = Arrays.copyOf(afters, more);
        squaredSizes = Arrays.copyOf(squaredSizes, more);
        for (int d = 0; d < middles.length; d++) {
            middles[d] = Arrays.copyOf(middles[d], more);
        }
    }

    /**
     * Finds what pushes the points {@code from} to {@code to}: boxes that are farther from all of them than their size divided
     * by {@code theta}, and points of the others.
     */
    void sources(int from, int to, double theta, Sources found) {
        float[] lows = new float[points.length];
        float[] highs = new float[points.length];
        for (int d = 0; d < points.length; d++) {
            lows[d] = points[d][from];
            highs[d] = lows[d];
            for (int i = from; i < to; i++) {
                lows[d] = Math.min(lows[d], points[d][i]);
                highs[d] = Math.max(highs[d], points[d][i]);
            }
        }
        found.clear();
        float squaredTheta = (float) (theta * theta);
        for (int box = 0; box < boxes; ) {
            float squares = 0;
            for (int d = 0; d < points.length; d++) {
                float gap = Math.max(0, Math.max(lows[d] - middles[d][box], middles[d][box] - highs[d]));
                squares += gap * gap;
            }
            if (squaredSizes[box] < squaredTheta * squares) {
                found.add(middles, box, tos[box] - froms[box]);
                box = afters[box];
            } else {
                if (afters[box] == box + 1) {
                    for (int i = froms[box]; i < tos[box]; i++) {
                        found.add(points, i, 1);
                    }
                }
                box++;
            }
        }
        found.fill();
    }
}
