package segue.projection;

import java.util.Arrays;

/** The order of points along Morton's curve, which fills a box by going through its halves, their halves and so on. */
final class MortonOrder {
    private MortonOrder() {}

    /** Numbers of the points, in the order of the curve, equal places by number. */
    static int[] of(float[][] positions) {
        int points = positions[0].length;
        int dimensions = positions.length;
        int bits = 31 / dimensions;
        long[] keys = new long[points];
        for (int d = 0; d < dimensions; d++) {
            float low = Float.POSITIVE_INFINITY;
            float high = Float.NEGATIVE_INFINITY;
            for (float value : positions[d]) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
            double scale = high > low ? ((1 << bits) - 1) / ((double) high - low) : 0;
            for (int i = 0; i < points; i++) {
                int cell = (int) ((positions[d][i] - low) * scale);
                for (int bit = 0; bit < bits; bit++) {
                    keys[i] |= (long) (cell >>> bit & 1) << bit * dimensions + d;
                }
            }
        }
        for (int i = 0; i < points; i++) {
            keys[i] = keys[i] << 32 | i;
        }
        Arrays.sort(keys);
        int[] order = new int[points];
        for (int i = 0; i < points; i++) {
            order[i] = (int) keys[i];
        }
        return order;
    }
}
