package segue.dtw.simd;

import static segue.dtw.simd.Lanes.COUNT;
import static segue.dtw.simd.Lanes.TOP;

import java.util.Arrays;
import segue.dtw.Budget;
import segue.dtw.Directions;
import segue.dtw.Grid;
import segue.dtw.WarpKernel;
import segue.matrix.FloatMatrix;

/**
 * Strips of as many rows as a vector has lanes, each gone through along anti-diagonals, whose cells do not depend on one
 * another. The first row is the top lane: so an anti-diagonal's columns ascend with the lanes and are read as they lie.
 */
public final class SimdKernel implements WarpKernel {
    /** A vector a dimension for every strip. */
    @Override
    public float[] rows(FloatMatrix prepared) {
        int dims = prepared.columns();
        int strips = (prepared.rows() + TOP) / COUNT;
        float[] rows = new float[Math.multiplyExact(strips * COUNT, dims)];
        for (int row = 0; row < prepared.rows(); row++) {
            int from = prepared.offset(row);
            int to = row / COUNT * COUNT * dims + TOP - row % COUNT;
            for (int d = 0; d < dims; d++) {
                rows[to + d * COUNT] = prepared.values()[from + d];
            }
        }
        return rows;
    }

    /** A row a dimension, with columns before the first that cost infinitely much, and some after the last. */
    @Override
    public float[] columns(FloatMatrix prepared) {
        int dims = prepared.columns();
        int stride = stride(prepared.rows());
        float[] columns = new float[Math.multiplyExact(stride, dims)];
        for (int d = 0; d < dims; d++) {
            Arrays.fill(columns, d * stride, d * stride + TOP, Float.POSITIVE_INFINITY);
        }
        for (int row = 0; row < prepared.rows(); row++) {
            int from = prepared.offset(row);
            for (int d = 0; d < dims; d++) {
                columns[d * stride + TOP + row] = prepared.values()[from + d];
            }
        }
        return columns;
    }

    static int stride(int columns) {
        return columns + 2 * TOP + StripCosts.STEPS;
    }

    @Override
    public void bound(Grid grid, float[] rows, float[] lower, float[] upper, float[] bounds) {
        StripBounds.fill(grid, rows, lower, upper, bounds);
    }

    @Override
    public Directions directions(Grid grid) {
        return new Directions(grid, COUNT);
    }

    @Override
    public float[] lastRow(Grid grid, float[] rows, float[] columns, Budget budget, Directions directions) {
        Strips strips = new Strips(grid, rows, columns, directions);
        for (int row = 0; row < grid.rows(); row += COUNT) {
            if (!strips.next(budget)) {
                return null;
            }
        }
        return strips.lastRow();
    }
}
