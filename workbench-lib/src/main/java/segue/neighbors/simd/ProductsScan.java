package segue.neighbors.simd;

import static jdk.incubator.vector.VectorOperators.LE;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import segue.neighbors.Accumulation;

/** Dot products. */
final class ProductsScan implements TileScan {
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
        FloatVector zero = FloatVector.zero(Lanes.SPECIES);
        for (int step = from; step < to; step++) {
            int box = step / STEPS;
            if (bounds[box] > threshold) {
                continue;
            }
            int x = boxes[box] * Tiles.ROWS * columns + step % STEPS * ONE;
            FloatVector total0 = zero;
            FloatVector total1 = zero;
            FloatVector total2 = zero;
            FloatVector total3 = zero;
            for (int chunk = 0; chunk < columns; chunk += Accumulation.CHUNK) {
                int end = Math.min(chunk + Accumulation.CHUNK, columns);
                FloatVector sum0 = zero;
                FloatVector sum1 = zero;
                FloatVector sum2 = zero;
                FloatVector sum3 = zero;
                for (int c = chunk; c < end; c++) {
                    int column = x + c * Tiles.ROWS;
                    FloatVector value = FloatVector.broadcast(Lanes.SPECIES, queries[at + c]);
                    sum0 = FloatVector.fromArray(Lanes.SPECIES, values, column).fma(value, sum0);
                    sum1 = FloatVector.fromArray(Lanes.SPECIES, values, column + Lanes.COUNT)
                            .fma(value, sum1);
                    sum2 = FloatVector.fromArray(Lanes.SPECIES, values, column + 2 * Lanes.COUNT)
                            .fma(value, sum2);
                    sum3 = FloatVector.fromArray(Lanes.SPECIES, values, column + 3 * Lanes.COUNT)
                            .fma(value, sum3);
                }
                total0 = total0.add(sum0);
                total1 = total1.add(sum1);
                total2 = total2.add(sum2);
                total3 = total3.add(sum3);
            }
            FloatVector key0 = total0.mul(sign);
            FloatVector key1 = total1.mul(sign);
            FloatVector key2 = total2.mul(sign);
            FloatVector key3 = total3.mul(sign);
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
        FloatVector zero = FloatVector.zero(Lanes.SPECIES);
        for (int position = from; position < to; position += FOUR) {
            int x = tiles.offset(position);
            FloatVector leftTotal0 = zero;
            FloatVector rightTotal0 = zero;
            FloatVector leftTotal1 = zero;
            FloatVector rightTotal1 = zero;
            FloatVector leftTotal2 = zero;
            FloatVector rightTotal2 = zero;
            FloatVector leftTotal3 = zero;
            FloatVector rightTotal3 = zero;
            for (int chunk = 0; chunk < columns; chunk += Accumulation.CHUNK) {
                int end = Math.min(chunk + Accumulation.CHUNK, columns);
                FloatVector leftSum0 = zero;
                FloatVector rightSum0 = zero;
                FloatVector leftSum1 = zero;
                FloatVector rightSum1 = zero;
                FloatVector leftSum2 = zero;
                FloatVector rightSum2 = zero;
                FloatVector leftSum3 = zero;
                FloatVector rightSum3 = zero;
                for (int c = chunk; c < end; c++) {
                    int column = x + c * Tiles.ROWS;
                    FloatVector left = FloatVector.fromArray(Lanes.SPECIES, values, column);
                    FloatVector right = FloatVector.fromArray(Lanes.SPECIES, values, column + Lanes.COUNT);
                    FloatVector value0 = FloatVector.broadcast(Lanes.SPECIES, queries[at + c]);
                    leftSum0 = left.fma(value0, leftSum0);
                    rightSum0 = right.fma(value0, rightSum0);
                    FloatVector value1 = FloatVector.broadcast(Lanes.SPECIES, queries[at1 + c]);
                    leftSum1 = left.fma(value1, leftSum1);
                    rightSum1 = right.fma(value1, rightSum1);
                    FloatVector value2 = FloatVector.broadcast(Lanes.SPECIES, queries[at2 + c]);
                    leftSum2 = left.fma(value2, leftSum2);
                    rightSum2 = right.fma(value2, rightSum2);
                    FloatVector value3 = FloatVector.broadcast(Lanes.SPECIES, queries[at3 + c]);
                    leftSum3 = left.fma(value3, leftSum3);
                    rightSum3 = right.fma(value3, rightSum3);
                }
                leftTotal0 = leftTotal0.add(leftSum0);
                rightTotal0 = rightTotal0.add(rightSum0);
                leftTotal1 = leftTotal1.add(leftSum1);
                rightTotal1 = rightTotal1.add(rightSum1);
                leftTotal2 = leftTotal2.add(leftSum2);
                rightTotal2 = rightTotal2.add(rightSum2);
                leftTotal3 = leftTotal3.add(leftSum3);
                rightTotal3 = rightTotal3.add(rightSum3);
            }
            FloatVector left0 = leftTotal0.mul(sign);
            FloatVector right0 = rightTotal0.mul(sign);
            FloatVector left1 = leftTotal1.mul(sign);
            FloatVector right1 = rightTotal1.mul(sign);
            FloatVector left2 = leftTotal2.mul(sign);
            FloatVector right2 = rightTotal2.mul(sign);
            FloatVector left3 = leftTotal3.mul(sign);
            FloatVector right3 = rightTotal3.mul(sign);
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
