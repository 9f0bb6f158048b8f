package segue.audio.simd;

import static segue.audio.simd.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import segue.audio.spectrum.SpectrumMath;

/** Sums on vectors, in single precision within a lane. */
public final class VectorMath implements SpectrumMath {
    private static final int LANES = Lanes.COUNT;
    /** Vectors whose mantissas, each below 2, are multiplied before the product could overflow. */
    private static final int PRODUCT = 64;

    private static final double LN_2 = Math.log(2);
    private static final int MANTISSA = 0x007fffff;
    private static final int ONE = 0x3f800000;
    private static final int BIAS = 127;

    private final Extremes extremes = new Extremes();

    @Override
    public double sumOfSquares(float[] values, int from, int to) {
        FloatVector sum0 = FloatVector.zero(SPECIES);
        FloatVector sum1 = sum0;
        int i = from;
        for (; i <= to - 2 * LANES; i += 2 * LANES) {
            FloatVector a = FloatVector.fromArray(SPECIES, values, i);
            FloatVector b = FloatVector.fromArray(SPECIES, values, i + LANES);
            sum0 = a.fma(a, sum0);
            sum1 = b.fma(b, sum1);
        }
        double sum = Lanes.sum(sum0.add(sum1));
        for (; i < to; i++) {
            sum += (double) values[i] * values[i];
        }
        return sum;
    }

    @Override
    public int signChanges(float[] samples, int from, int to) {
        int changes = 0;
        int i = from + 1;
        for (; i <= to - LANES; i += LANES) {
            changes += FloatVector.fromArray(SPECIES, samples, i)
                    .compare(VectorOperators.LT, -LEAST_SAMPLE)
                    .xor(FloatVector.fromArray(SPECIES, samples, i - 1).compare(VectorOperators.LT, -LEAST_SAMPLE))
                    .trueCount();
        }
        for (; i < to; i++) {
            changes += samples[i - 1] < -LEAST_SAMPLE != samples[i] < -LEAST_SAMPLE ? 1 : 0;
        }
        return changes;
    }

    @Override
    public void squareRoots(float[] values, int from, int count, float[] out) {
        int i = 0;
        for (; i <= count - LANES; i += LANES) {
            FloatVector.fromArray(SPECIES, values, from + i).sqrt().intoArray(out, i);
        }
        for (; i < count; i++) {
            out[i] = (float) Math.sqrt(values[from + i]);
        }
    }

    @Override
    public void decibels(float[] power, int from, int count, float[] out, int to) {
        int i = 0;
        for (; i <= count - LANES; i += LANES) {
            Logarithm.decibels(FloatVector.fromArray(SPECIES, power, from + i).max(LEAST_POWER))
                    .intoArray(out, to + i);
        }
        for (; i < count; i++) {
            out[to + i] = (float) (10 * Math.log10(Math.max(LEAST_POWER, power[from + i])));
        }
    }

    @Override
    public void moments(float[] weights, int count, double[] moments) {
        FloatVector sums = FloatVector.zero(SPECIES);
        FloatVector indices = sums;
        FloatVector index = FloatVector.zero(SPECIES).addIndex(1);
        int end = SPECIES.loopBound(count);
        for (int i = 0; i < end; i += LANES) {
            FloatVector weight = FloatVector.fromArray(SPECIES, weights, i);
            sums = sums.add(weight);
            indices = weight.fma(index, indices);
            index = index.add(LANES);
        }
        double sum = Lanes.sum(sums);
        double first = Lanes.sum(indices);
        for (int i = end; i < count; i++) {
            sum += weights[i];
            first += (double) i * weights[i];
        }
        double mean = sum > 0 ? first / sum : 0;
        FloatVector squares = FloatVector.zero(SPECIES);
        FloatVector distance = FloatVector.zero(SPECIES).addIndex(1).sub((float) mean);
        for (int i = 0; i < end; i += LANES) {
            squares = distance.mul(distance).fma(FloatVector.fromArray(SPECIES, weights, i), squares);
            distance = distance.add(LANES);
        }
        double second = Lanes.sum(squares);
        for (int i = end; i < count; i++) {
            second += weights[i] * (i - mean) * (i - mean);
        }
        moments[0] = sum;
        moments[1] = mean;
        moments[2] = sum > 0 ? second / sum : 0;
    }

    @Override
    public int indexOfSum(float[] values, int count, double goal) {
        double before = 0;
        int i = 0;
        for (; i <= count - 4 * LANES; i += 4 * LANES) {
            double sum = Lanes.sum(FloatVector.fromArray(SPECIES, values, i)
                    .add(FloatVector.fromArray(SPECIES, values, i + LANES))
                    .add(FloatVector.fromArray(SPECIES, values, i + 2 * LANES)
                            .add(FloatVector.fromArray(SPECIES, values, i + 3 * LANES))));
            if (before + sum >= goal) {
                break;
            }
            before += sum;
        }
        for (; i < count - 1; i++) {
            before += values[i];
            if (before >= goal) {
                return i;
            }
        }
        return count - 1;
    }

    @Override
    public double flatness(float[] power, int from, int count) {
        FloatVector sums = FloatVector.zero(SPECIES);
        double log2 = 0;
        int end = SPECIES.loopBound(count);
        for (int start = 0; start < end; start += PRODUCT * LANES) {
            FloatVector product = FloatVector.broadcast(SPECIES, 1);
            IntVector exponents = IntVector.zero(Lanes.INTS);
            int stop = Math.min(end, start + PRODUCT * LANES);
            for (int i = start; i < stop; i += LANES) {
                FloatVector value =
                        FloatVector.fromArray(SPECIES, power, from + i).max(LEAST_POWER);
                sums = sums.add(value);
                IntVector bits = value.reinterpretAsInts();
                exponents = exponents.add(bits.lanewise(VectorOperators.ASHR, 23));
                product = product.mul(bits.and(MANTISSA).or(ONE).reinterpretAsFloats());
            }
            IntVector bits = product.reinterpretAsInts();
            exponents = exponents.add(bits.lanewise(VectorOperators.ASHR, 23));
            log2 += exponents.reduceLanes(VectorOperators.ADD) - (double) BIAS * (stop - start + LANES);
            log2 += Math.log(Lanes.product(bits.and(MANTISSA).or(ONE).reinterpretAsFloats())) / LN_2;
        }
        double sum = Lanes.sum(sums);
        for (int i = end; i < count; i++) {
            double value = Math.max(LEAST_POWER, power[from + i]);
            sum += value;
            log2 += Math.log(value) / LN_2;
        }
        return Math.exp(log2 * LN_2 / count) / (sum / count);
    }

    @Override
    public double meanOfLargest(float[] values, int from, int to, int k) {
        return extremes.mean(values, from, to, k, Extremes.LARGEST);
    }

    @Override
    public double meanOfSmallest(float[] values, int from, int to, int k) {
        return extremes.mean(values, from, to, k, Extremes.SMALLEST);
    }

    @Override
    public void weightedSums(
            float[] values, int from, float[] weights, int[] starts, int[] offsets, float[] out, int to) {
        for (int row = 0; row < starts.length; row++) {
            int at = offsets[row];
            int end = offsets[row + 1];
            int shift = from + starts[row] - at;
            FloatVector sums = FloatVector.zero(SPECIES);
            for (; at <= end - LANES; at += LANES) {
                sums = FloatVector.fromArray(SPECIES, values, shift + at)
                        .fma(FloatVector.fromArray(SPECIES, weights, at), sums);
            }
            float sum = Lanes.sum(sums);
            for (; at < end; at++) {
                sum += weights[at] * values[shift + at];
            }
            out[to + row] = sum;
        }
    }
}
