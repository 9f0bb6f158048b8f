package segue.neighbors.hubness;

import java.util.Arrays;
import segue.neighbors.Neighbors;

/** The distance of each row in a list, found by the row: a small hash table, open addressing. */
final class DistanceByRow {
    private static final int EMPTY = -1;
    private static final int GOLDEN = 0x9E3779B9;

    private final int[] rows;
    private final float[] distances;
    private final int shift;

    DistanceByRow(Neighbors list) {
        int bits = 33 - Integer.numberOfLeadingZeros(Math.max(1, list.size()));
        this.rows = new int[1 << bits];
        this.distances = new float[1 << bits];
        this.shift = 32 - bits;
        Arrays.fill(rows, EMPTY);
        for (int i = 0; i < list.size(); i++) {
            int slot = slotOf(list.rows()[i]);
            rows[slot] = list.rows()[i];
            distances[slot] = list.distances()[i];
        }
    }

    /** Infinite where the row is not in the list. */
    float of(int row) {
        int slot = slotOf(row);
        return rows[slot] == EMPTY ? Float.POSITIVE_INFINITY : distances[slot];
    }

    private int slotOf(int row) {
        int slot = (row * GOLDEN) >>> shift;
        while (rows[slot] != EMPTY && rows[slot] != row) {
            slot = (slot + 1) & (rows.length - 1);
        }
        return slot;
    }
}
