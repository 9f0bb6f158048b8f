package segue.dtw.simd;

import static segue.dtw.simd.Lanes.COUNT;
import static segue.dtw.simd.Lanes.SPECIES;
import static segue.dtw.simd.Lanes.TOP;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import segue.dtw.Grid;
import segue.dtw.LocalCost.Terms;

/** What rows cost at least, a strip at a time. Terms are added in the order of the costs, so that rounding cannot raise them. */
final class StripBounds {
    private StripBounds() {}

    static void fill(Grid grid, float[] rows, float[] lower, float[] upper, float[] bounds) {
        float[] lanes = new float[COUNT];
        for (int first = 0; first < grid.rows(); first += COUNT) {
            int at = first * grid.dims();
            if (grid.terms() == Terms.ABSOLUTES) {
                absolutes(rows, lower, upper, at, grid.dims(), lanes);
            } else {
                squares(rows, lower, upper, at, grid.dims(), grid.terms() == Terms.ROOT_OF_SQUARES, lanes);
            }
            for (int row = first; row < Math.min(first + COUNT, grid.rows()); row++) {
                bounds[row] = lanes[TOP - (row - first)];
            }
        }
    }

    private static void squares(
            float[] rows, float[] lower, float[] upper, int at, int dims, boolean root, float[] lanes) {
        FloatVector sum = FloatVector.zero(SPECIES);
        for (int d = 0; d < dims; d++) {
            FloatVector outside = outside(rows, lower, upper, at + d * COUNT);
            sum = outside.fma(outside, sum);
        }
        (root ? sum.sqrt() : sum).intoArray(lanes, 0);
    }

    private static void absolutes(float[] rows, float[] lower, float[] upper, int at, int dims, float[] lanes) {
        FloatVector sum = FloatVector.zero(SPECIES);
        for (int d = 0; d < dims; d++) {
            sum = sum.add(outside(rows, lower, upper, at + d * COUNT));
        }
        sum.intoArray(lanes, 0);
    }

    /** How far values are outside; as bits, whose order is that of floats where one is not negative. */
    private static FloatVector outside(float[] rows, float[] lower, float[] upper, int at) {
        FloatVector value = FloatVector.fromArray(SPECIES, rows, at);
        IntVector above = value.sub(FloatVector.fromArray(SPECIES, upper, at)).reinterpretAsInts();
        IntVector below = FloatVector.fromArray(SPECIES, lower, at).sub(value).reinterpretAsInts();
        return above.max(below).max(0).reinterpretAsFloats();
    }
}
