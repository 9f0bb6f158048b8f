package segue.neighbors.simd;

import static jdk.incubator.vector.VectorOperators.LE;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import segue.neighbors.Accumulation;

/**
 * Largest absolute differences. The bits of values that are at least 0 and no NaN rank like integers: the largest of these
 * is one instruction, where that of floats, which minds NaN and -0, takes many.
 */
final class LargestScan implements TileScan {
    @Override
    public int one(
            Tiles tiles,
            int[] boxes,
            float[] bounds,
            int from,
            int to,
            float[] queries,
            int at,
            float sign,
            float threshold,
            float[] keys) {
        float[] values = tiles.values;
        int columns = tiles.columns;
        IntVector zero = FloatVector.zero(Lanes.SPECIES).reinterpretAsInts();
        for (int step = from; step < to; step++) {
            int box = step / STEPS;
            if (bounds[box] > threshold) {
                continue;
            }
            int x = boxes[box] * Tiles.ROWS * columns + step % STEPS * ONE;
            IntVector total0 = zero;
            IntVector total1 = zero;
            IntVector total2 = zero;
            IntVector total3 = zero;
            for (int chunk = 0; chunk < columns; chunk += Accumulation.CHUNK) {
                int end = Math.min(chunk + Accumulation.CHUNK, columns);
                IntVector sum0 = zero;
                IntVector sum1 = zero;
                IntVector sum2 = zero;
                IntVector sum3 = zero;
                for (int c = chunk; c < end; c++) {
                    int column = x + c * Tiles.ROWS;
                    FloatVector value = FloatVector.broadcast(Lanes.SPECIES, queries[at + c]);
                    sum0 = FloatVector.fromArray(Lanes.SPECIES, values, column)
                            .sub(value)
                            .abs()
                            .reinterpretAsInts()
                            .max(sum0);
                    sum1 = FloatVector.fromArray(Lanes.SPECIES, values, column + Lanes.COUNT)
                            .sub(value)
                            .abs()
                            .reinterpretAsInts()
                            .max(sum1);
                    sum2 = FloatVector.fromArray(Lanes.SPECIES, values, column + 2 * Lanes.COUNT)
                            .sub(value)
                            .abs()
                            .reinterpretAsInts()
                            .max(sum2);
                    sum3 = FloatVector.fromArray(Lanes.SPECIES, values, column + 3 * Lanes.COUNT)
                            .sub(value)
                            .abs()
                            .reinterpretAsInts()
                            .max(sum3);
                }
                total0 = total0.max(sum0);
                total1 = total1.max(sum1);
                total2 = total2.max(sum2);
                total3 = total3.max(sum3);
            }
            FloatVector key0 = total0.reinterpretAsFloats().mul(sign);
            FloatVector key1 = total1.reinterpretAsFloats().mul(sign);
            FloatVector key2 = total2.reinterpretAsFloats().mul(sign);
            FloatVector key3 = total3.reinterpretAsFloats().mul(sign);
            VectorMask<Float> may = key0.compare(LE, threshold)
                    .or(key1.compare(LE, threshold))
                    .or(key2.compare(LE, threshold))
                    .or(key3.compare(LE, threshold));
            if (may.anyTrue()) {
                key0.intoArray(keys, 0);
                key1.intoArray(keys, Lanes.COUNT);
                key2.intoArray(keys, 2 * Lanes.COUNT);
                key3.intoArray(keys, 3 * Lanes.COUNT);
                return step;
            }
        }
        return -1;
    }

    @Override
    public int four(
            Tiles tiles, int from, int to, float[] queries, int at, float sign, float[] thresholds, float[] keys) {
        float[] values = tiles.values;
        int columns = tiles.columns;
        int at1 = at + columns;
        int at2 = at1 + columns;
        int at3 = at2 + columns;
        IntVector zero = FloatVector.zero(Lanes.SPECIES).reinterpretAsInts();
        for (int position = from; position < to; position += FOUR) {
            int x = tiles.offset(position);
            IntVector leftTotal0 = zero;
            IntVector rightTotal0 = zero;
            IntVector leftTotal1 = zero;
            IntVector rightTotal1 = zero;
            IntVector leftTotal2 = zero;
            IntVector rightTotal2 = zero;
            IntVector leftTotal3 = zero;
            IntVector rightTotal3 = zero;
            for (int chunk = 0; chunk < columns; chunk += Accumulation.CHUNK) {
                int end = Math.min(chunk + Accumulation.CHUNK, columns);
                IntVector leftSum0 = zero;
                IntVector rightSum0 = zero;
                IntVector leftSum1 = zero;
                IntVector rightSum1 = zero;
                IntVector leftSum2 = zero;
                IntVector rightSum2 = zero;
                IntVector leftSum3 = zero;
                IntVector rightSum3 = zero;
                for (int c = chunk; c < end; c++) {
                    int column = x + c * Tiles.ROWS;
                    FloatVector left = FloatVector.fromArray(Lanes.SPECIES, values, column);
                    FloatVector right = FloatVector.fromArray(Lanes.SPECIES, values, column + Lanes.COUNT);
                    FloatVector value0 = FloatVector.broadcast(Lanes.SPECIES, queries[at + c]);
                    leftSum0 = left.sub(value0).abs().reinterpretAsInts().max(leftSum0);
                    rightSum0 = right.sub(value0).abs().reinterpretAsInts().max(rightSum0);
                    FloatVector value1 = FloatVector.broadcast(Lanes.SPECIES, queries[at1 + c]);
                    leftSum1 = left.sub(value1).abs().reinterpretAsInts().max(leftSum1);
                    rightSum1 = right.sub(value1).abs().reinterpretAsInts().max(rightSum1);
                    FloatVector value2 = FloatVector.broadcast(Lanes.SPECIES, queries[at2 + c]);
                    leftSum2 = left.sub(value2).abs().reinterpretAsInts().max(leftSum2);
                    rightSum2 = right.sub(value2).abs().reinterpretAsInts().max(rightSum2);
                    FloatVector value3 = FloatVector.broadcast(Lanes.SPECIES, queries[at3 + c]);
                    leftSum3 = left.sub(value3).abs().reinterpretAsInts().max(leftSum3);
                    rightSum3 = right.sub(value3).abs().reinterpretAsInts().max(rightSum3);
                }
                leftTotal0 = leftTotal0.max(leftSum0);
                rightTotal0 = rightTotal0.max(rightSum0);
                leftTotal1 = leftTotal1.max(leftSum1);
                rightTotal1 = rightTotal1.max(rightSum1);
                leftTotal2 = leftTotal2.max(leftSum2);
                rightTotal2 = rightTotal2.max(rightSum2);
                leftTotal3 = leftTotal3.max(leftSum3);
                rightTotal3 = rightTotal3.max(rightSum3);
            }
            FloatVector left0 = leftTotal0.reinterpretAsFloats().mul(sign);
            FloatVector right0 = rightTotal0.reinterpretAsFloats().mul(sign);
            FloatVector left1 = leftTotal1.reinterpretAsFloats().mul(sign);
            FloatVector right1 = rightTotal1.reinterpretAsFloats().mul(sign);
            FloatVector left2 = leftTotal2.reinterpretAsFloats().mul(sign);
            FloatVector right2 = rightTotal2.reinterpretAsFloats().mul(sign);
            FloatVector left3 = leftTotal3.reinterpretAsFloats().mul(sign);
            FloatVector right3 = rightTotal3.reinterpretAsFloats().mul(sign);
            VectorMask<Float> may = left0.compare(LE, thresholds[0])
                    .or(right0.compare(LE, thresholds[0]))
                    .or(left1.compare(LE, thresholds[1]))
                    .or(right1.compare(LE, thresholds[1]))
                    .or(left2.compare(LE, thresholds[2]))
                    .or(right2.compare(LE, thresholds[2]))
                    .or(left3.compare(LE, thresholds[3]))
                    .or(right3.compare(LE, thresholds[3]));
            if (may.anyTrue()) {
                left0.intoArray(keys, 0);
                right0.intoArray(keys, Lanes.COUNT);
                left1.intoArray(keys, 2 * Lanes.COUNT);
                right1.intoArray(keys, 3 * Lanes.COUNT);
                left2.intoArray(keys, 4 * Lanes.COUNT);
                right2.intoArray(keys, 5 * Lanes.COUNT);
                left3.intoArray(keys, 6 * Lanes.COUNT);
                right3.intoArray(keys, 7 * Lanes.COUNT);
                return position;
            }
        }
        return -1;
    }
}
