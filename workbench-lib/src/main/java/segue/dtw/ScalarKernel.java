package segue.dtw;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import segue.matrix.FloatMatrix;

/** Row by row in plain Java: the oracle of the kernel on SIMD. */
final class ScalarKernel implements WarpKernel {
    private static final int LANES = 16;

    @Override
    public float[] rows(FloatMatrix prepared) {
        return prepared.values();
    }

    @Override
    public float[] columns(FloatMatrix prepared) {
        return prepared.values();
    }

    @Override
    public void bound(Grid grid, float[] rows, float[] lower, float[] upper, float[] bounds) {
        for (int i = 0; i < grid.rows(); i++) {
            bounds[i] = grid.terms().least(rows, lower, upper, i * grid.dims(), grid.dims());
        }
    }

    @Override
    public Directions directions(Grid grid) {
        return new Directions(grid, LANES);
    }

    @Override
    public float[] lastRow(Grid grid, float[] rows, float[] columns, Budget budget, Directions directions) {
        // The row above, with a column before the first.
        float[] above = new float[grid.columns() + 1];
        Arrays.fill(above, grid.anywhere() ? 0 : Float.POSITIVE_INFINITY);
        above[0] = 0;
        int dims = grid.dims();
        for (int i = 0; i < grid.rows(); i++) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("the warping was interrupted in frame " + i + " of " + grid.rows());
            }
            int from = grid.band().from(i);
            int to = grid.band().to(i, grid.columns());
            float diagonal = above[from];
            float left = Float.POSITIVE_INFINITY;
            float least = Float.POSITIVE_INFINITY;
            above[from] = left;
            for (int j = from; j <= to; j++) {
                float up = above[j + 1];
                float best = Math.min(Math.min(left, up), diagonal);
                if (directions != null) {
                    directions.keep(i, j, diagonal <= Math.min(left, up), left <= up);
                }
                left = grid.terms().of(rows, i * dims, columns, j * dims, dims) + best;
                diagonal = up;
                above[j + 1] = left;
                least = Math.min(least, left);
            }
            if (least > budget.before(i + 1)) {
                return null;
            }
        }
        return Arrays.copyOfRange(above, 1, above.length);
    }
}
