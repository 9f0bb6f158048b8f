package segue.recommend.tastes;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Places dealt out in proportion. */
final class Quotas {
    private Quotas() {}

    /**
     * By largest remainder (Hamilton's method): each gets the whole part of its share, what is left goes one each to the largest
     * fractions; equal ones in favour of the larger weight, then of the lower number.
     *
     * @param places to deal out, at least 0
     * @param weights at least 0; where all are 0 nobody gets any
     */
    static int[] of(int places, long... weights) {
        long total = Arrays.stream(weights).sum();
        int[] quotas = new int[weights.length];
        if (total == 0) {
            return quotas;
        }
        int left = places;
        for (int i = 0; i < quotas.length; i++) {
            quotas[i] = (int) (places * weights[i] / total);
            left -= quotas[i];
        }
        IntStream.range(0, quotas.length)
                .boxed()
                .sorted(Comparator.comparingLong((Integer i) -> -(places * weights[i] % total))
                        .thenComparing(i -> -weights[i]))
                .limit(left)
                .forEach(i -> quotas[i]++);
        return quotas;
    }
}
