package segue.recommend.variety;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.function.IntFunction;

/** Popularity as a share of the pool that is less popular. */
final class Popularity {
    private static final double MIDDLE = 0.5;

    private Popularity() {}

    /** 0 for the least popular to 1 for the most, equal ones alike; the middle where it is unknown. */
    static double[] ranks(int[] rows, int size, IntFunction<OptionalInt> popularity) {
        OptionalInt[] known = new OptionalInt[size];
        Arrays.setAll(known, c -> popularity.apply(rows[c]));
        int[] sorted = Arrays.stream(known)
                .filter(OptionalInt::isPresent)
                .mapToInt(OptionalInt::getAsInt)
                .sorted()
                .toArray();
        double[] ranks = new double[size];
        for (int c = 0; c < size; c++) {
            ranks[c] = known[c].isEmpty() || sorted.length < 2
                    ? MIDDLE
                    : (below(sorted, known[c].getAsInt()) + below(sorted, known[c].getAsInt() + 1) - 1)
                            / (2.0 * (sorted.length - 1));
        }
        return ranks;
    }

    /** How many of the sorted values are less than this. */
    private static int below(int[] sorted, int value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
