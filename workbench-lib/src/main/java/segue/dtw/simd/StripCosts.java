package segue.dtw.simd;

import static segue.dtw.simd.Lanes.COUNT;
import static segue.dtw.simd.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import segue.dtw.LocalCost;

/** The local costs of a strip of rows along {@link #STEPS} anti-diagonals at a time. */
interface StripCosts {
    int STEPS = 8;

    /**
     * @param rows the strip begins at {@code row}; a vector a dimension
     * @param columns a row of {@code stride} values a dimension; the lowest lane of the first step is at {@code column}
     * @param costs receives a vector a step
     */
    void fill(float[] rows, int row, float[] columns, int column, int stride, int dims, float[] costs);

    static StripCosts of(LocalCost.Terms terms) {
        return switch (terms) {
            case SQUARES -> StripCosts::squares;
            case ROOT_OF_SQUARES -> StripCosts::roots;
            case ABSOLUTES -> StripCosts::absolutes;
        };
    }

    private static void roots(float[] rows, int row, float[] columns, int column, int stride, int dims, float[] costs) {
        squares(rows, row, columns, column, stride, dims, costs);
        for (int at = 0; at < STEPS * COUNT; at += COUNT) {
            FloatVector.fromArray(SPECIES, costs, at)
                    .lanewise(VectorOperators.SQRT)
                    .intoArray(costs, at);
        }
    }

    private static void squares(
            float[] rows, int row, float[] columns, int column, int stride, int dims, float[] costs) {
        FloatVector sum0 = FloatVector.zero(SPECIES);
        FloatVector sum1 = sum0;
        FloatVector sum2 = sum0;
        FloatVector sum3 = sum0;
        FloatVector sum4 = sum0;
        FloatVector sum5 = sum0;
        FloatVector sum6 = sum0;
        FloatVector sum7 = sum0;
        int at = column;
        for (int d = 0; d < dims; d++) {
            FloatVector value = FloatVector.fromArray(SPECIES, rows, row + d * COUNT);
            FloatVector difference0 = value.sub(FloatVector.fromArray(SPECIES, columns, at));
            FloatVector difference1 = value.sub(FloatVector.fromArray(SPECIES, columns, at + 1));
            FloatVector difference2 = value.sub(FloatVector.fromArray(SPECIES, columns, at + 2));
            FloatVector difference3 = value.sub(FloatVector.fromArray(SPECIES, columns, at + 3));
            FloatVector difference4 = value.sub(FloatVector.fromArray(SPECIES, columns, at + 4));
            FloatVector difference5 = value.sub(FloatVector.fromArray(SPECIES, columns, at + 5));
            FloatVector difference6 = value.sub(FloatVector.fromArray(SPECIES, columns, at + 6));
            FloatVector difference7 = value.sub(FloatVector.fromArray(SPECIES, columns, at + 7));
            sum0 = difference0.fma(difference0, sum0);
            sum1 = difference1.fma(difference1, sum1);
            sum2 = difference2.fma(difference2, sum2);
            sum3 = difference3.fma(difference3, sum3);
            sum4 = difference4.fma(difference4, sum4);
            sum5 = difference5.fma(difference5, sum5);
            sum6 = difference6.fma(difference6, sum6);
            sum7 = difference7.fma(difference7, sum7);
            at += stride;
        }
        sum0.intoArray(costs, 0);
        sum1.intoArray(costs, COUNT);
        sum2.intoArray(costs, 2 * COUNT);
        sum3.intoArray(costs, 3 * COUNT);
        sum4.intoArray(costs, 4 * COUNT);
        sum5.intoArray(costs, 5 * COUNT);
        sum6.intoArray(costs, 6 * COUNT);
        sum7.intoArray(costs, 7 * COUNT);
    }

    private static void absolutes(
            float[] rows, int row, float[] columns, int column, int stride, int dims, float[] costs) {
        for (int half = 0; half < STEPS; half += STEPS / 2) {
            FloatVector sum0 = FloatVector.zero(SPECIES);
            FloatVector sum1 = sum0;
            FloatVector sum2 = sum0;
            FloatVector sum3 = sum0;
            int at = column + half;
            for (int d = 0; d < dims; d++) {
                FloatVector value = FloatVector.fromArray(SPECIES, rows, row + d * COUNT);
                sum0 = sum0.add(
                        value.sub(FloatVector.fromArray(SPECIES, columns, at)).abs());
                sum1 = sum1.add(value.sub(FloatVector.fromArray(SPECIES, columns, at + 1))
                        .abs());
                sum2 = sum2.add(value.sub(FloatVector.fromArray(SPECIES, columns, at + 2))
                        .abs());
                sum3 = sum3.add(value.sub(FloatVector.fromArray(SPECIES, columns, at + 3))
                        .abs());
                at += stride;
            }
            sum0.intoArray(costs, half * COUNT);
            sum1.intoArray(costs, (half + 1) * COUNT);
            sum2.intoArray(costs, (half + 2) * COUNT);
            sum3.intoArray(costs, (half + 3) * COUNT);
        }
    }
}
