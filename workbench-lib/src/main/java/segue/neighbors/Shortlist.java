package segue.neighbors;

import java.util.Arrays;

/**
 * The k smallest of many keys where k is large: what may enter is put down behind those kept, and only when there is no room
 * left are the best selected, which takes a few steps a key whatever k is; a heap takes as many as k has digits.
 *
 * <p>C. A. R. Hoare, Algorithm 65: Find, 1961.
 */
final class Shortlist {
    private static final int NEGATIVE_ZERO = 0x8000_0000;

    private final int k;
    /** Key, then row: in this order they rank as longs. */
    private final long[] entries;

    private int size;
    private long last = Long.MAX_VALUE;
    private float threshold = Float.POSITIVE_INFINITY;

    /** @param k at least 1 */
    Shortlist(int k) {
        this.k = k;
        this.entries = new long[(int) Math.min(2L * k, Integer.MAX_VALUE - 8)];
    }

    int k() {
        return k;
    }

    /** The largest key kept when it was last looked for; infinite where fewer than k were there. */
    float threshold() {
        return threshold;
    }

    void offer(float key, int row) {
        long entry = entry(key, row);
        if (entry >= last) {
            return;
        }
        entries[size++] = entry;
        if (size == entries.length) {
            keepBest();
        }
    }

    /** Lets go of what is not among the k best so far, and looks for the threshold. */
    void keepBest() {
        if (size < k) {
            return;
        }
        select(k - 1);
        size = k;
        last = entries[k - 1];
        threshold = key(last);
    }

    int drain(int[] toRows, float[] toKeys, int at) {
        keepBest();
        Arrays.sort(entries, 0, size);
        for (int i = 0; i < size; i++) {
            toKeys[at + i] = key(entries[i]);
            toRows[at + i] = (int) entries[i] >>> 1;
        }
        int kept = size;
        size = 0;
        last = Long.MAX_VALUE;
        threshold = Float.POSITIVE_INFINITY;
        return kept;
    }

    /** Bits of floats rank like integers once those of negative ones are turned over; -0 is 0, but remembered. */
    private static long entry(float key, int row) {
        int bits = Float.floatToRawIntBits(key + 0f);
        int ranked = bits ^ bits >> 31 & 0x7FFF_FFFF;
        int negativeZero = Float.floatToRawIntBits(key) == NEGATIVE_ZERO ? 1 : 0;
        return (long) ranked << 32 | (row << 1 | negativeZero) & 0xFFFF_FFFFL;
    }

    private static float key(long entry) {
        int ranked = (int) (entry >> 32);
        int bits = ranked ^ ranked >> 31 & 0x7FFF_FFFF;
        return Float.intBitsToFloat(bits | ((entry & 1) == 1 ? NEGATIVE_ZERO : 0));
    }

    /** Afterwards nothing before {@code place} is larger, and nothing behind it smaller, than what stands there. */
    private void select(int place) {
        int low = 0;
        int high = size - 1;
        while (low < high) {
            long pivot = medianOfThree(entries[low], entries[(low + high) >>> 1], entries[high]);
            int i = low;
            int j = high;
            while (i <= j) {
                while (entries[i] < pivot) {
                    i++;
                }
                while (entries[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    long entry = entries[i];
                    entries[i++] = entries[j];
                    entries[j--] = entry;
                }
            }
            if (place <= j) {
                high = j;
            } else if (place >= i) {
                low = i;
            } else {
                return;
            }
        }
    }

    private static long medianOfThree(long a, long b, long c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}
