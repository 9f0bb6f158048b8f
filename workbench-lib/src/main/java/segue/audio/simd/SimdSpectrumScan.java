package segue.audio.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** In vectors: two frames and six filters at a time, so that every value that is loaded is used more than once. */
final class SimdSpectrumScan implements SpectrumScan {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final int GROUP = 6;

    private final ScalarSpectrumScan scalar = new ScalarSpectrumScan();

    @Override
    public void products(float[] power, int frames, int bins, float[] filters, int count, float[] products) {
        int grouped = count - count % GROUP;
        for (int f = 0; f < frames; f += 2) {
            int next = Math.min(f + 1, frames - 1);
            for (int c = 0; c < grouped; c += GROUP) {
                products(
                        power,
                        f * bins,
                        next * bins,
                        bins,
                        filters,
                        c * bins,
                        products,
                        f * count + c,
                        next * count + c);
            }
            for (int c = grouped; c < count; c++) {
                products[f * count + c] = product(power, f * bins, filters, c * bins, bins);
                products[next * count + c] = product(power, next * bins, filters, c * bins, bins);
            }
        }
    }

    private static void products(
            float[] power, int a, int b, int bins, float[] filters, int at, float[] products, int toA, int toB) {
        FloatVector a0 = FloatVector.zero(SPECIES);
        FloatVector a1 = a0;
        FloatVector a2 = a0;
        FloatVector a3 = a0;
        FloatVector a4 = a0;
        FloatVector a5 = a0;
        FloatVector b0 = a0;
        FloatVector b1 = a0;
        FloatVector b2 = a0;
        FloatVector b3 = a0;
        FloatVector b4 = a0;
        FloatVector b5 = a0;
        int whole = SPECIES.loopBound(bins);
        for (int i = 0; i < whole; i += LANES) {
            FloatVector left = FloatVector.fromArray(SPECIES, power, a + i);
            FloatVector right = FloatVector.fromArray(SPECIES, power, b + i);
            FloatVector filter = FloatVector.fromArray(SPECIES, filters, at + i);
            a0 = filter.fma(left, a0);
            b0 = filter.fma(right, b0);
            filter = FloatVector.fromArray(SPECIES, filters, at + bins + i);
            a1 = filter.fma(left, a1);
            b1 = filter.fma(right, b1);
            filter = FloatVector.fromArray(SPECIES, filters, at + 2 * bins + i);
            a2 = filter.fma(left, a2);
            b2 = filter.fma(right, b2);
            filter = FloatVector.fromArray(SPECIES, filters, at + 3 * bins + i);
            a3 = filter.fma(left, a3);
            b3 = filter.fma(right, b3);
            filter = FloatVector.fromArray(SPECIES, filters, at + 4 * bins + i);
            a4 = filter.fma(left, a4);
            b4 = filter.fma(right, b4);
            filter = FloatVector.fromArray(SPECIES, filters, at + 5 * bins + i);
            a5 = filter.fma(left, a5);
            b5 = filter.fma(right, b5);
        }
        products[toA] = Lanes.sum(a0);
        products[toA + 1] = Lanes.sum(a1);
        products[toA + 2] = Lanes.sum(a2);
        products[toA + 3] = Lanes.sum(a3);
        products[toA + 4] = Lanes.sum(a4);
        products[toA + 5] = Lanes.sum(a5);
        addRest(power, a, whole, bins, filters, at, products, toA);
        if (toB != toA) {
            products[toB] = Lanes.sum(b0);
            products[toB + 1] = Lanes.sum(b1);
            products[toB + 2] = Lanes.sum(b2);
            products[toB + 3] = Lanes.sum(b3);
            products[toB + 4] = Lanes.sum(b4);
            products[toB + 5] = Lanes.sum(b5);
            addRest(power, b, whole, bins, filters, at, products, toB);
        }
    }

    /** The bins that fill no vector. */
    private static void addRest(
            float[] power, int row, int from, int bins, float[] filters, int at, float[] products, int to) {
        for (int i = from; i < bins; i++) {
            for (int c = 0; c < GROUP; c++) {
                products[to + c] += power[row + i] * filters[at + c * bins + i];
            }
        }
    }

    private static float product(float[] power, int row, float[] filters, int at, int bins) {
        FloatVector sum = FloatVector.zero(SPECIES);
        int whole = SPECIES.loopBound(bins);
        for (int i = 0; i < whole; i += LANES) {
            sum = FloatVector.fromArray(SPECIES, power, row + i)
                    .fma(FloatVector.fromArray(SPECIES, filters, at + i), sum);
        }
        float product = Lanes.sum(sum);
        for (int i = whole; i < bins; i++) {
            product += power[row + i] * filters[at + i];
        }
        return product;
    }

    @Override
    public float largest(float[] values, int from, int to) {
        FloatVector first = FloatVector.zero(SPECIES);
        FloatVector second = first;
        int i = from;
        for (; i + 2 * LANES <= to; i += 2 * LANES) {
            first = first.max(FloatVector.fromArray(SPECIES, values, i));
            second = second.max(FloatVector.fromArray(SPECIES, values, i + LANES));
        }
        return Math.max(first.max(second).reduceLanes(VectorOperators.MAX), scalar.largest(values, i, to));
    }

    @Override
    public int above(float[] values, int from, int to, float threshold, int[] found) {
        int count = 0;
        int i = from;
        for (; i + LANES <= to; i += LANES) {
            long lanes = FloatVector.fromArray(SPECIES, values, i)
                    .compare(VectorOperators.GT, threshold)
                    .toLong();
            for (; lanes != 0; lanes &= lanes - 1) {
                found[count++] = i + Long.numberOfTrailingZeros(lanes);
            }
        }
        for (; i < to; i++) {
            if (values[i] > threshold) {
                found[count++] = i;
            }
        }
        return count;
    }
}
