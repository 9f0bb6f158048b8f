package segue.neighbors;

/**
 * How the values of two vectors are taken together into a key. This is the definition that every exact back end follows
 * to the last bit: the terms of 32 neighbouring columns are summed in ascending order, with fused multiply-add, and these
 * partial sums are added up in ascending order. Rounding therefore grows with {@code 32 + columns / 32}, not with the
 * number of columns: a sum of squares is within {@code 7e-6} of the true one at 1,024 columns, and in practice much closer.
 */
public enum Accumulation {
    /** {@code sum (a_i - b_i)^2}. */
    SQUARES,
    /** {@code sum |a_i - b_i|}. */
    ABSOLUTES,
    /** {@code max |a_i - b_i|}. */
    LARGEST,
    /** {@code sum a_i b_i}; the larger, the more alike, so keys are its negative. */
    PRODUCTS;

    /** Columns that are summed before their sum is added to the total. */
    public static final int CHUNK = 32;

    /** What makes a smaller key a better row: 1, or -1 where what is wanted is the largest. */
    public float sign(boolean farthest) {
        return (this == PRODUCTS) != farthest ? -1 : 1;
    }

    /** Of two vectors of {@code columns} values that begin at {@code aAt} and {@code bAt}; before the sign. */
    public float of(float[] a, int aAt, float[] b, int bAt, int columns) {
        float total = 0;
        for (int from = 0; from < columns; from += CHUNK) {
            int chunk = Math.min(CHUNK, columns - from);
            switch (this) {
                case SQUARES -> total += squares(a, aAt + from, b, bAt + from, chunk);
                case ABSOLUTES -> total += absolutes(a, aAt + from, b, bAt + from, chunk);
                case LARGEST -> total = Math.max(total, largest(a, aAt + from, b, bAt + from, chunk));
                case PRODUCTS -> total += products(a, aAt + from, b, bAt + from, chunk);
            }
        }
        return total;
    }

    private static float squares(float[] a, int aAt, float[] b, int bAt, int columns) {
        float sum = 0;
        for (int i = 0; i < columns; i++) {
            float difference = a[aAt + i] - b[bAt + i];
            sum = Math.fma(difference, difference, sum);
        }
        return sum;
    }

    private static float absolutes(float[] a, int aAt, float[] b, int bAt, int columns) {
        float sum = 0;
        for (int i = 0; i < columns; i++) {
            sum += Math.abs(a[aAt + i] - b[bAt + i]);
        }
        return sum;
    }

    private static float largest(float[] a, int aAt, float[] b, int bAt, int columns) {
        float largest = 0;
        for (int i = 0; i < columns; i++) {
            largest = Math.max(largest, Math.abs(a[aAt + i] - b[bAt + i]));
        }
        return largest;
    }

    private static float products(float[] a, int aAt, float[] b, int bAt, int columns) {
        float sum = 0;
        for (int i = 0; i < columns; i++) {
            sum = Math.fma(a[aAt + i], b[bAt + i], sum);
        }
        return sum;
    }
}
