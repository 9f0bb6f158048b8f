package segue.neighbors;

/**
 * Keeps the k smallest keys offered, ties going to the smaller row. Rows must be offered in ascending order: then a key
 * equal to the worst one kept never has to replace it.
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

    /** Whether k are kept already; until then every key enters, even an infinite one. */
    public boolean isFull() {
        return size == keys.length;
    }

    /** Once full, only a key below this can still enter. */
    public float threshold() {
        return keys.length == 0 ? Float.NEGATIVE_INFINITY : isFull() ? keys[0] : Float.POSITIVE_INFINITY;
    }

    /** A max-heap on (key, row): the worst kept stands at its top. */
    public void offer(float key, int row) {
        if (!isFull()) {
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
        } else if (key < threshold()) {
            siftDown(key, row, size);
        }
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

    /** Best first; the keys in place of distances. Empties the heap. */
    Neighbors drain() {
        int[] sortedRows = new int[size];
        float[] sortedKeys = new float[size];
        while (size > 0) {
            int last = size - 1;
            sortedKeys[last] = keys[0];
            sortedRows[last] = rows[0];
            float key = keys[last];
            int row = rows[last];
            size = last;
            if (size > 0) {
                siftDown(key, row, size);
            }
        }
        return new Neighbors(sortedRows, sortedKeys);
    }
}
