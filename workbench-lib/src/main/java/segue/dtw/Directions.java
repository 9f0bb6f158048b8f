package segue.dtw;

import java.util.Arrays;

/**
 * Where the best path into every cell of a {@link Grid} comes from, 2 bits a cell: strips of {@code lanes} rows are gone
 * through along anti-diagonals, and each of these is one number. Step {@code t} of a strip has its first row in column
 * {@code t}, its second in {@code t - 1}; its last row is the lowest bit.
 */
public final class Directions {
    private static final int LARGEST = 1 << 29;
    /** Kernels may take some steps more than a strip has. */
    private static final int SPARE_STEPS = 16;

    private final int lanes;
    private final int stride;
    private final Band band;
    private final int[] bits;

    /**
     * @param lanes at most 16
     * @throws IllegalArgumentException if the grid is too large to keep
     */
    public Directions(Grid grid, int lanes) {
        this.lanes = lanes;
        this.band = grid.band();
        long strips = (grid.rows() + lanes - 1L) / lanes;
        long steps = Math.min(grid.columns(), (long) band.below() + band.above() + lanes) + lanes + SPARE_STEPS;
        if (strips * steps > LARGEST) {
            throw new IllegalArgumentException(
                    "a path through %,d x %,d frames needs %,.1f GB: take a narrower band, fewer frames, or the distance alone"
                            .formatted(grid.rows(), grid.columns(), strips * steps * 4e-9));
        }
        this.stride = (int) steps;
        this.bits = new int[(int) (strips * steps)];
    }

    /**
     * The steps of one anti-diagonal.
     *
     * @param diagonal a bit a row that is reached from its upper left neighbour, the lowest the strip's last row
     * @param left a bit a row that is otherwise reached from its left neighbour
     */
    public void keep(int strip, int step, long diagonal, long left) {
        bits[strip * stride + step - band.from(strip * lanes)] = (int) (diagonal | left << 16);
    }

    /** As {@link #keep}, for one cell. */
    public void keep(int row, int column, boolean diagonal, boolean left) {
        bits[at(row, column)] |= (diagonal ? 1 : left ? 1 << 16 : 0) << bit(row);
    }

    private int at(int row, int column) {
        int strip = row / lanes;
        return strip * stride + column + row % lanes - band.from(strip * lanes);
    }

    private int bit(int row) {
        return lanes - 1 - row % lanes;
    }

    /** The cells of the best path that ends in the last row's {@code column}, pairs of row and column, the first first. */
    int[][] path(int lastRow, int column, boolean anywhere) {
        int[] rows = new int[lastRow + column + 1];
        int[] columns = new int[rows.length];
        int row = lastRow;
        int at = rows.length - 1;
        rows[at] = row;
        columns[at] = column;
        while (row > 0 || column > 0 && !anywhere) {
            int code = row == 0 ? 1 << 16 : column == 0 ? 0 : bits[at(row, column)] >>> bit(row);
            boolean diagonal = (code & 1) != 0;
            boolean left = !diagonal && (code & 1 << 16) != 0;
            row -= left ? 0 : 1;
            column -= diagonal || left ? 1 : 0;
            at--;
            rows[at] = row;
            columns[at] = column;
        }
        return new int[][] {Arrays.copyOfRange(rows, at, rows.length), Arrays.copyOfRange(columns, at, columns.length)};
    }
}
