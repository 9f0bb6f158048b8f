package segue.neighbors.tree;

import segue.matrix.FloatMatrix;
import segue.neighbors.simd.Tiles;

/**
 * The least and the largest values of runs of 64 rows.
 *
 * @param lows one box a row
 * @param highs likewise
 */
record Boxes(FloatMatrix lows, FloatMatrix highs) {
    /** Of rows: {@code lows} and {@code highs} are the same. */
    static Boxes of(FloatMatrix lows, FloatMatrix highs, int[] order) {
        int columns = lows.columns();
        int count = (lows.rows() + Tiles.ROWS - 1) / Tiles.ROWS;
        float[] low = new float[count * columns];
        float[] high = new float[count * columns];
        for (int box = 0; box < count; box++) {
            int last = Math.min((box + 1) * Tiles.ROWS, lows.rows());
            for (int position = box * Tiles.ROWS; position < last; position++) {
                int from = (order == null ? position : order[position]) * columns;
                for (int c = 0; c < columns; c++) {
                    int at = box * columns + c;
                    boolean first = position % Tiles.ROWS == 0;
                    low[at] = first ? lows.values()[from + c] : Math.min(low[at], lows.values()[from + c]);
                    high[at] = first ? highs.values()[from + c] : Math.max(high[at], highs.values()[from + c]);
                }
            }
        }
        return new Boxes(FloatMatrix.wrap(count, columns, low), FloatMatrix.wrap(count, columns, high));
    }

    /** Boxes around runs of 64 of these. */
    Boxes boxed() {
        return of(lows, highs, null);
    }

    int count() {
        return lows.rows();
    }
}
