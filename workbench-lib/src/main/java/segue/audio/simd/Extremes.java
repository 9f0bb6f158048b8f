package segue.audio.simd;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/**
 * Means of the largest or smallest few of many values, without sorting them: the values are dealt out to groups; the k-th
 * largest of the groups' maxima is no more than the k-th largest value, so only the few values above it are looked at.
 *
 * <p>The bits of values that are at least 0 rank like integers, which are compared faster than floats, and the inverted
 * bits rank the other way round.
 */
final class Extremes {
    private static final int LANES = Lanes.COUNT;
    static final int LARGEST = 0;
    static final int SMALLEST = -1;

    private int[] maxima = new int[0];
    private int[] above = new int[0];

    /** @param flip {@link #LARGEST} or {@link #SMALLEST} */
    double mean(float[] values, int from, int to, int k, int flip) {
        if (k == 1) {
            return value(first(values, from, to, flip), flip);
        }
        int groups = Math.max(16, LANES * -Math.floorDiv(-5 * k, 4 * LANES));
        if (above.length < to - from || maxima.length < groups) {
            maxima = new int[Math.max(groups, maxima.length)];
            above = new int[Math.max(to - from, above.length)];
        }
        boolean grouped = to - from >= groups;
        int threshold = grouped ? threshold(values, from, to, groups, k, flip) : Integer.MIN_VALUE;
        int count = collect(values, from, to, threshold, flip);
        double sum = 0;
        if (count < k) {
            sum = (double) (k - count) * value(threshold, flip);
        }
        if (count > 4 * k) {
            Arrays.sort(above, 0, count);
            System.arraycopy(above, count - k, above, 0, k);
        } else {
            for (int left = count; left > k; left--) {
                dropLeast(left);
            }
        }
        for (int i = 0; i < Math.min(count, k); i++) {
            sum += value(above[i], flip);
        }
        return sum / k;
    }

    private static float value(int key, int flip) {
        return Float.intBitsToFloat(key ^ flip);
    }

    private static int first(float[] values, int from, int to, int flip) {
        int first = Integer.MIN_VALUE;
        int i = from;
        if (to - from >= LANES) {
            IntVector most = FloatVector.fromArray(Lanes.SPECIES, values, to - LANES)
                    .reinterpretAsInts()
                    .lanewise(VectorOperators.XOR, flip);
            for (; i < to - LANES; i += LANES) {
                most = most.max(FloatVector.fromArray(Lanes.SPECIES, values, i)
                        .reinterpretAsInts()
                        .lanewise(VectorOperators.XOR, flip));
            }
            return most.reduceLanes(VectorOperators.MAX);
        }
        for (; i < to; i++) {
            first = Math.max(first, Float.floatToRawIntBits(values[i]) ^ flip);
        }
        return first;
    }

    /** The k-th largest of the groups' maxima. */
    private int threshold(float[] values, int from, int to, int groups, int k, int flip) {
        for (int lane = 0; lane < groups; lane += LANES) {
            IntVector most = FloatVector.fromArray(Lanes.SPECIES, values, from + lane)
                    .reinterpretAsInts()
                    .lanewise(VectorOperators.XOR, flip);
            for (int i = from + lane + groups; i <= to - LANES; i += groups) {
                most = most.max(FloatVector.fromArray(Lanes.SPECIES, values, i)
                        .reinterpretAsInts()
                        .lanewise(VectorOperators.XOR, flip));
            }
            most.intoArray(maxima, lane);
        }
        int threshold = Integer.MAX_VALUE;
        for (int group = 0; group < groups; group++) {
            int key = maxima[group];
            int larger = 0;
            for (int lane = 0; lane < groups; lane += LANES) {
                larger += IntVector.fromArray(Lanes.INTS, maxima, lane)
                        .compare(VectorOperators.GT, key)
                        .trueCount();
            }
            threshold = larger < k ? Math.min(threshold, key) : threshold;
        }
        return threshold;
    }

    /** How many values are above the threshold; they lie in {@link #above}. */
    private int collect(float[] values, int from, int to, int threshold, int flip) {
        int count = 0;
        int i = from;
        for (; i <= to - LANES; i += LANES) {
            long bits = FloatVector.fromArray(Lanes.SPECIES, values, i)
                    .reinterpretAsInts()
                    .lanewise(VectorOperators.XOR, flip)
                    .compare(VectorOperators.GT, threshold)
                    .toLong();
            for (; bits != 0; bits &= bits - 1) {
                above[count++] = Float.floatToRawIntBits(values[i + Long.numberOfTrailingZeros(bits)]) ^ flip;
            }
        }
        for (; i < to; i++) {
            int key = Float.floatToRawIntBits(values[i]) ^ flip;
            if (key > threshold) {
                above[count++] = key;
            }
        }
        return count;
    }

    private void dropLeast(int count) {
        int least = 0;
        for (int i = 1; i < count; i++) {
            least = above[i] < above[least] ? i : least;
        }
        above[least] = above[count - 1];
    }
}
