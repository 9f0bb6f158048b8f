package segue.dtw.simd;

import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LT;
import static segue.dtw.simd.Lanes.COUNT;
import static segue.dtw.simd.Lanes.SPECIES;
import static segue.dtw.simd.Lanes.TOP;
import static segue.dtw.simd.StripCosts.STEPS;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import segue.dtw.Band;
import segue.dtw.Budget;
import segue.dtw.Directions;
import segue.dtw.Grid;

/** One way through a grid, strip by strip; of a strip only its last row is kept. */
final class Strips {
    private final Grid grid;
    private final float[] rows;
    private final float[] columns;
    private final Directions directions;
    private final StripCosts local;
    private final float[] costs = new float[STEPS * COUNT];
    private final float[] lanes = new float[COUNT];
    /** The last row so far: column {@code j} at {@code TOP + j}, infinite before the first and where no path leads. */
    private final float[] edge;

    private int strip;
    /** Columns of the last row so far that are within the budget; none before or after. */
    private int aliveFrom;

    private int aliveTo;

    Strips(Grid grid, float[] rows, float[] columns, Directions directions) {
        this.grid = grid;
        this.rows = rows;
        this.columns = columns;
        this.directions = directions;
        this.local = StripCosts.of(grid.terms());
        this.edge = new float[grid.columns() + 2 * TOP + 1 + STEPS];
        Arrays.fill(edge, Float.POSITIVE_INFINITY);
        aliveTo = -1;
        edge[TOP - 1] = 0;
        if (grid.anywhere()) {
            Arrays.fill(edge, TOP - 1, TOP + grid.columns(), 0);
            aliveTo = grid.columns() - 1;
        }
    }

    float[] lastRow() {
        return Arrays.copyOfRange(edge, TOP, TOP + grid.columns());
    }

    /** Goes through one strip; false where no path stays within the budget. */
    boolean next(Budget budget) {
        int first = strip * COUNT;
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("the warping was interrupted in frame " + first + " of " + grid.rows());
        }
        int last = Math.min(first + COUNT, grid.rows()) - 1;
        int lane = TOP - (last - first);
        float allowed = budget.before(last + 1);
        int from = Math.max(grid.band().from(first), aliveFrom);
        int end = through(first, from, grid.band().to(last, grid.columns()) + last - first, lane, allowed);
        // Columns from here on have not been reached: what stands there is of an earlier strip.
        int reached = end - TOP + lane;
        if (reached < grid.columns()) {
            Arrays.fill(edge, TOP + Math.max(reached, 0), edge.length, Float.POSITIVE_INFINITY);
        }
        strip++;
        return findAlive(Math.max(0, from - TOP + lane), Math.min(reached, grid.columns()) - 1, allowed);
    }

    private boolean findAlive(int from, int to, float allowed) {
        while (from <= to && edge[TOP + from] > allowed) {
            from++;
        }
        while (to >= from && edge[TOP + to] > allowed) {
            to--;
        }
        aliveFrom = from;
        aliveTo = to;
        return from <= to;
    }

    /** Steps {@code from} to {@code to}, or fewer where all that follow are too dear; the first step not taken. */
    private int through(int first, int from, int to, int lane, float allowed) {
        Band band = grid.band();
        int stride = SimdKernel.stride(grid.columns());
        int row = first * grid.dims();
        FloatVector none = FloatVector.broadcast(SPECIES, Float.POSITIVE_INFINITY);
        FloatVector left = none;
        FloatVector diagonal = none.blend(edge[TOP + from - 1], Lanes.TOP_ONLY);
        for (int start = from; start <= to; start += STEPS) {
            local.fill(rows, row, columns, start, stride, grid.dims(), costs);
            int slant = start - first - 2 * TOP;
            if (slant < -band.below() || start + STEPS - 1 - first > band.above()) {
                forbid(slant, -band.below(), band.above());
            }
            for (int s = 0; s < STEPS; s++) {
                int step = start + s;
                FloatVector up = left.rearrange(Lanes.DOWN).blend(edge[TOP + step], Lanes.TOP_ONLY);
                FloatVector best = least(least(left, diagonal), up);
                if (directions != null) {
                    long straight = diagonal.compare(LE, least(left, up)).toLong();
                    directions.keep(strip, step, straight, left.compare(LE, up).toLong());
                }
                left = FloatVector.fromArray(SPECIES, costs, s * COUNT).add(best);
                left.intoArray(lanes, 0);
                edge[step + lane] = lanes[lane];
                diagonal = up;
            }
            if (start + STEPS > aliveTo + 1
                    && !left.compare(LE, allowed)
                            .or(diagonal.compare(LE, allowed))
                            .anyTrue()) {
                return start + STEPS;
            }
        }
        return from + (to - from + STEPS) / STEPS * STEPS;
    }

    /** Makes cells outside the band cost infinitely much. */
    private void forbid(int slant, int least, int most) {
        for (int s = 0; s < STEPS; s++) {
            FloatVector offset = Lanes.SLANT.add(slant + s);
            VectorMask<Float> outside = offset.compare(LT, least).or(offset.compare(GT, most));
            FloatVector.fromArray(SPECIES, costs, s * COUNT)
                    .blend(Float.POSITIVE_INFINITY, outside)
                    .intoArray(costs, s * COUNT);
        }
    }

    /** The lesser of values that are not negative, whose bits have their order. */
    private static FloatVector least(FloatVector a, FloatVector b) {
        return a.reinterpretAsInts().min(b.reinterpretAsInts()).reinterpretAsFloats();
    }
}
