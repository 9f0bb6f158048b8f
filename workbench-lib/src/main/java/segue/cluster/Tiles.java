package segue.cluster;

import segue.matrix.FloatMatrix;

/**
 * Rows in tiles of {@value #ROWS}, column by column inside a tile, so that one instruction works on a column of many rows. The
 * last tile is filled up with zeros.
 */
public final class Tiles {
    public static final int ROWS = 64;

    private final int rows;
    private final int columns;
    private final float[] values;

    private Tiles(int rows, int columns, float[] values) {
        this.rows = rows;
        this.columns = columns;
        this.values = values;
    }

    static Tiles of(FloatMatrix matrix) {
        int columns = matrix.columns();
        long room = (long) Math.ceilDiv(matrix.rows(), ROWS) * ROWS * columns;
        float[] values = new float[Math.toIntExact(room)];
        float[] from = matrix.values();
        for (int row = 0, at = 0; row < matrix.rows(); row++) {
            int to = row / ROWS * ROWS * columns + row % ROWS;
            for (int column = 0; column < columns; column++, at++, to += ROWS) {
                values[to] = from[at];
            }
        }
        return new Tiles(matrix.rows(), columns, values);
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    int count() {
        return Math.ceilDiv(rows, ROWS);
    }

    /** Column {@code c} of row {@code r} of tile {@code t} stands at {@code (t * columns + c) * ROWS + r}. */
    public float[] values() {
        return values;
    }
}
