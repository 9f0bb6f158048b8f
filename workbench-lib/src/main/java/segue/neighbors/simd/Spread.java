package segue.neighbors.simd;

import java.math.BigInteger;

/**
 * An order in which each of some neighbouring things comes far from the one before: rows that come ever closer to a query
 * would otherwise all enter its best ones, one after another.
 */
final class Spread {
    private Spread() {}

    /** Every number from 0 to {@code count - 1} once. */
    static int[] of(int count) {
        int step = Math.max(1, (int) (0.618 * count));
        while (step > 1
                && BigInteger.valueOf(step).gcd(BigInteger.valueOf(count)).intValue() > 1) {
            step--;
        }
        int[] order = new int[count];
        for (int i = 1; i < count; i++) {
            order[i] = (order[i - 1] + step) % count;
        }
        return order;
    }
}
