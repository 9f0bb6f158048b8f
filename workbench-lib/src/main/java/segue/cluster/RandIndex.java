package segue.cluster;

import java.util.Arrays;

/**
 * How much two groupings of the same rows agree, beyond chance.
 *
 * <p>L. Hubert and P. Arabie, Comparing partitions, 1985.
 */
public final class RandIndex {
    private RandIndex() {}

    /**
     * The adjusted Rand index: 1 where groups are the same up to their numbers, about 0 where they agree as by chance.
     *
     * @param one the group of each row, from 0
     * @param other likewise
     * @throws IllegalArgumentException if they are not of as many rows
     */
    public static double adjusted(int[] one, int[] other) {
        if (one.length != other.length) {
            throw new IllegalArgumentException(
                    "two groupings of the same rows are needed but one is of %,d and one of %,d"
                            .formatted(one.length, other.length));
        }
        int width = 1 + Arrays.stream(other).max().orElse(0);
        long[] keys = new long[one.length];
        Arrays.setAll(keys, row -> (long) one[row] * width + other[row]);
        double together = pairs(keys);
        double inOne = pairs(Arrays.stream(one).asLongStream().toArray());
        double inOther = pairs(Arrays.stream(other).asLongStream().toArray());
        double all = one.length * (one.length - 1.0) / 2;
        double expected = all == 0 ? 0 : inOne * inOther / all;
        double most = (inOne + inOther) / 2;
        return most == expected ? 1 : (together - expected) / (most - expected);
    }

    /** Pairs of rows with one key. */
    private static double pairs(long[] keys) {
        Arrays.sort(keys);
        double pairs = 0;
        for (int from = 0, to; from < keys.length; from = to) {
            for (to = from + 1; to < keys.length && keys[to] == keys[from]; ) {
                to++;
            }
            pairs += (double) (to - from) * (to - from - 1) / 2;
        }
        return pairs;
    }
}
