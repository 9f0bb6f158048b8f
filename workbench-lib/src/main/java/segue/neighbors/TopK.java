package segue.neighbors;

/**
 * Keeps the k smallest keys offered, ties going to the smaller row, whatever the order they come in. Keys are never NaN.
 */
public final class TopK {
    /** Beyond so many a {@link Shortlist} is quicker than a heap: measured. */
    private static final int LARGEST_HEAP = 128;

    private final Shortlist shortlist;
    private final float[] keys;
    private final int[] rows;
    private int size;

    /** @param k how many to keep, at least 0 */
    public TopK(int k) {
        shortlist = k > LARGEST_HEAP ? new Shortlist(k) : null;
        keys = new float[shortlist == null ? k : 0];
        rows = new int[keys.length];
    }

    /** How many are kept, at most. */
    public int k() {
        return shortlist == null ? keys.length : shortlist.k();
    }

    /**
     * A key above this cannot enter any more; an equal one may, if its row is smaller. Where k is large it falls from time to
     * time only: {@link #sharpen} makes it the k-th smallest key.
     */
    public float threshold() {
        if (shortlist != null) {
            return shortlist.threshold();
        }
        return size < keys.length ? Float.POSITIVE_INFINITY : keys.length == 0 ? Float.NEGATIVE_INFINITY : keys[0];
    }

    /** Makes the threshold as low as what was offered allows; takes {@code k} steps where k is large. */
    public void sharpen() {
        if (shortlist != null) {
            shortlist.keepBest();
        }
    }

    /** A max-heap on (key, row): the worst kept stands at its top. */
    public void offer(float key, int row) {
        if (shortlist != null) {
            shortlist.offer(key, row);
            return;
        }
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

    /** Writes what was kept, best first, to {@code toRows} and {@code toKeys} from {@code at} on; keeps none of it. */
    public int drain(int[] toRows, float[] toKeys, int at) {
        if (shortlist != null) {
            return shortlist.drain(toRows, toKeys, at);
        }
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
