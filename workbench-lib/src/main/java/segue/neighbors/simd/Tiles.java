package segue.neighbors.simd;

import segue.matrix.FloatMatrix;

/**
 * Rows laid out for vectors: tiles of 64 rows, column by column within a tile, so that a vector holds one column of
 * neighbouring rows and no sum ever crosses lanes. The last tile is filled up with zeros.
 */
public final class Tiles {
    /** Rows a tile: a multiple of any vector's lanes. */
    public static final int ROWS = 64;

    final float[] values;
    final int columns;
    private final int rows;

    private Tiles(float[] values, int rows, int columns) {
        this.values = values;
        this.rows = rows;
        this.columns = columns;
    }

    /**
     * Copies rows into tiles.
     *
     * @param order which row comes at each position; null for as they are
     */
    public static Tiles of(FloatMatrix data, int[] order) {
        int columns = data.columns();
        int count = (data.rows() + ROWS - 1) / ROWS;
        long length = (long) count * ROWS * columns;
        if (length > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("%,d x %d values are more than one index holds (%,d)"
                    .formatted(data.rows(), columns, Integer.MAX_VALUE - 8));
        }
        float[] tiles = new float[(int) length];
        float[] values = data.values();
        for (int position = 0; position < data.rows(); position++) {
            int from = (order == null ? position : order[position]) * columns;
            int to = position / ROWS * ROWS * columns + position % ROWS;
            for (int c = 0; c < columns; c++) {
                tiles[to + c * ROWS] = values[from + c];
            }
        }
        return new Tiles(tiles, data.rows(), columns);
    }

    public int rows() {
        return rows;
    }

    /** Rows with those that fill up the last tile. */
    public int paddedRows() {
        return (rows + ROWS - 1) / ROWS * ROWS;
    }

    /** Copies the row at {@code position}, of which the columns stand apart, to the beginning of {@code to}. */
    void copy(int position, float[] to) {
        int from = offset(position);
        for (int c = 0; c < columns; c++) {
            to[c] = values[from + c * ROWS];
        }
    }

    /** Where the first column of the row at {@code position} stands; the next column is {@link #ROWS} further on. */
    int offset(int position) {
        return (position & -ROWS) * columns + (position & ROWS - 1);
    }
}
