package segue.dtw;

import segue.matrix.FloatMatrix;

/**
 * Goes through the table of accumulated costs,
 * {@code D(i, j) = cost(i, j) + min(D(i-1, j-1), D(i, j-1), D(i-1, j))}. Sums are those of {@code float}, in one order, so
 * that every kernel gives the same distances and paths to the last bit. Safe for use by several threads at once.
 */
public interface WarpKernel {
    /** Frames in the order in which this kernel reads them as rows. */
    float[] rows(FloatMatrix prepared);

    /** Frames in the order in which this kernel reads them as columns. */
    float[] columns(FloatMatrix prepared);

    /**
     * What every row costs at least.
     *
     * @param lower the least values that a row can meet, as {@link #rows} orders them, for at least as many rows
     * @param upper the largest
     * @param bounds receives a bound a row, never above what the row costs
     */
    void bound(Grid grid, float[] rows, float[] lower, float[] upper, float[] bounds);

    /** Steps back, kept for a path, in this kernel's order. */
    Directions directions(Grid grid);

    /**
     * The last row of the table; only columns that the band allows, and values within the budget, mean anything.
     *
     * @param rows as {@link #rows} gave them
     * @param columns as {@link #columns} gave them
     * @param budget what is dearer is given up
     * @param directions receives the step back from every cell; null where no path is wanted, and then only
     * @return shape {@code (columns)}; null where no path stays within the budget
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    float[] lastRow(Grid grid, float[] rows, float[] columns, Budget budget, Directions directions);
}
