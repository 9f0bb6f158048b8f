package segue.neighbors.tree;

import segue.matrix.FloatMatrix;
import segue.neighbors.simd.Tiles;

/**
 * An order of rows in which neighbours stand together, as the leaves of a kd-tree do: halves of the rows, cut where their
 * values are spread most, halved again. Cuts fall on multiples of {@link #GROUP}, then of {@link #BOX}, so that every such
 * run of rows is a cell of its own.
 *
 * <p>J. L. Bentley, Multidimensional binary search trees used for associative searching, 1975.
 */
final class KdOrder {
    /** Rows that share a box. */
    static final int BOX = Tiles.ROWS;

    /** Rows whose boxes share a box: 64 boxes. */
    static final int GROUP = BOX * BOX;

    /** Enough rows to tell the widest column. */
    private static final int SAMPLE = 256;

    private final float[] values;
    private final int columns;
    private final int[] order;
    private final float[] cut;

    private KdOrder(FloatMatrix data) {
        values = data.values();
        columns = data.columns();
        order = new int[data.rows()];
        cut = new float[order.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
    }

    /** Which row comes at each position. */
    static int[] of(FloatMatrix data) {
        KdOrder tree = new KdOrder(data);
        if (data.columns() > 0) {
            tree.halve(0, data.rows());
        }
        return tree.order;
    }

    private void halve(int from, int to) {
        int rows = to - from;
        if (rows <= BOX) {
            return;
        }
        int unit = rows > GROUP ? GROUP : BOX;
        int units = (rows + unit - 1) / unit;
        int middle = from + (units + 1) / 2 * unit;
        int column = widest(from, to);
        for (int i = from; i < to; i++) {
            cut[i] = values[order[i] * columns + column];
        }
        select(from, to - 1, middle);
        halve(from, middle);
        halve(middle, to);
    }

    /** The column of the largest variance among some of the rows. */
    private int widest(int from, int to) {
        int step = Math.max(1, (to - from) / SAMPLE);
        int widest = 0;
        double largest = -1;
        double[] sums = new double[columns];
        double[] squares = new double[columns];
        int count = 0;
        for (int i = from; i < to; i += step, count++) {
            int at = order[i] * columns;
            for (int c = 0; c < columns; c++) {
                double value = values[at + c];
                sums[c] += value;
                squares[c] += value * value;
            }
        }
        for (int c = 0; c < columns; c++) {
            double spread = squares[c] - sums[c] * sums[c] / count;
            if (spread > largest) {
                largest = spread;
                widest = c;
            }
        }
        return widest;
    }

    /** Hoare's selection: afterwards nothing before {@code middle} is above anything from there on. */
    private void select(int first, int last, int middle) {
        int low = first;
        int high = last;
        while (low < high) {
            float pivot = medianOfThree(cut[low], cut[(low + high) >>> 1], cut[high]);
            int i = low;
            int j = high;
            while (i <= j) {
                while (cut[i] < pivot) {
                    i++;
                }
                while (cut[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    swap(i++, j--);
                }
            }
            if (middle <= j) {
                high = j;
            } else if (middle >= i) {
                low = i;
            } else {
                return;
            }
        }
    }

    private static float medianOfThree(float a, float b, float c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }

    private void swap(int i, int j) {
        float value = cut[i];
        cut[i] = cut[j];
        cut[j] = value;
        int row = order[i];
        order[i] = order[j];
        order[j] = row;
    }
}
