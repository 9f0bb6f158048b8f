package segue.neighbors;

/**
 * Keeps the k smallest keys offered, ties going to the smaller row, whatever the order they come in. Keys are never NaN.
 */
public final class TopK {
    private final float[] keys;
    private final int[] rows;
    private int size;

    /** @param k how many to keep, at least 0 */
    public TopK(int k) {
        keys = new float[k];
        rows = new int[k];
    }

    /** How many are kept, at most. */
    public int k() {
        return keys.length;
    }

    /** A key above this cannot enter any more; an equal one may, if its row is smaller. */
    public float threshold() {
        return size < keys.length ? Float.POSITIVE_INFINITY : keys.length == 0 ? Float.NEGATIVE_INFINITY : keys[0];
    }

    /** A max-heap on (key, row): the worst kept stands at its top. */
    public void offer(float key, int row) {
        if (size == keys.length) {
            if (size > 0 && worse(keys[0], rows[0], key, row)) {
                siftDown(key, row, size);
            }
            return;
        }
        int child = size++;
        while (child > 0) {
            int parent = (child - 1) >>> 1;
            if (!worse(key, row, keys[parent], rows[parent])) {
                break;
            }
            set(child, keys[parent], rows[parent]);
            child = parent;
        }
        set(child, key, row);
    }

    private void siftDown(float key, int row, int length) {
        int parent = 0;
        for (int child = 1; child < length; child = 2 * parent + 1) {
            if (child + 1 < length && worse(keys[child + 1], rows[child + 1], keys[child], rows[child])) {
                child++;
            }
            if (!worse(keys[child], rows[child], key, row)) {
                break;
            }
            set(parent, keys[child], rows[child]);
            parent = child;
        }
        set(parent, key, row);
    }

    private static boolean worse(float key, int row, float otherKey, int otherRow) {
        return key > otherKey || (key == otherKey && row > otherRow);
    }

    private void set(int i, float key, int row) {
        keys[i] = key;
        rows[i] = row;
    }

    /** Writes what was kept, best first, to {@code toRows} and {@code toKeys} from {@code at} on; empties the heap. */
    public int drain(int[] toRows, float[] toKeys, int at) {
        int kept = size;
        while (size > 0) {
            int last = size - 1;
            toKeys[at + last] = keys[0];
            toRows[at + last] = rows[0];
            float key = keys[last];
            int row = rows[last];
            size = last;
            if (size > 0) {
                siftDown(key, row, size);
            }
        }
        return kept;
    }
}
