package segue.neighbors.hnsw;

import java.util.Arrays;
import segue.matrix.FloatMatrix;

/**
 * Rows of equal values are one point of the graph: many of them would link only to each other, and searches would not find
 * the way out. Points are numbered by their first row.
 */
final class DistinctRows {
    private final FloatMatrix data;
    /** Rows by point; within a point ascending. */
    private final int[] rows;
    /** Where the rows of each point begin in {@link #rows}; one more than there are points. */
    private final int[] begins;

    DistinctRows(FloatMatrix data) {
        this.data = data;
        int[] firsts = firsts();
        int[] pointOf = new int[data.rows()];
        int points = 0;
        int[] sizes = new int[data.rows() + 1];
        for (int row = 0; row < data.rows(); row++) {
            pointOf[row] = firsts[row] == row ? points++ : pointOf[firsts[row]];
            sizes[pointOf[row] + 1]++;
        }
        this.begins = Arrays.copyOf(sizes, points + 1);
        Arrays.parallelPrefix(begins, Integer::sum);
        this.rows = new int[data.rows()];
        int[] next = begins.clone();
        for (int row = 0; row < data.rows(); row++) {
            rows[next[pointOf[row]]++] = row;
        }
    }

    int points() {
        return begins.length - 1;
    }

    int begin(int point) {
        return begins[point];
    }

    int end(int point) {
        return begins[point + 1];
    }

    /** The row at a place between {@link #begin} and {@link #end}. */
    int row(int place) {
        return rows[place];
    }

    /** Of every row the first one that equals it. */
    private int[] firsts() {
        long[] byHash = new long[data.rows()];
        for (int row = 0; row < byHash.length; row++) {
            byHash[row] = (long) hash(row) << 32 | row;
        }
        Arrays.parallelSort(byHash);
        int[] firsts = new int[data.rows()];
        int[] seen = new int[data.rows()];
        int count = 0;
        for (int i = 0; i < byHash.length; i++) {
            if (i == 0 || byHash[i] >> 32 != byHash[i - 1] >> 32) {
                count = 0;
            }
            int row = (int) byHash[i];
            int s = 0;
            while (s < count && !equal(seen[s], row)) {
                s++;
            }
            if (s == count) {
                seen[count++] = row;
            }
            firsts[row] = seen[s];
        }
        return firsts;
    }

    private int hash(int row) {
        int hash = 1;
        int from = data.offset(row);
        for (int i = from; i < from + data.columns(); i++) {
            // Adding 0 makes -0 a 0, which it equals.
            hash = 31 * hash + Float.floatToRawIntBits(data.values()[i] + 0f);
        }
        return hash;
    }

    private boolean equal(int a, int b) {
        int from = data.offset(a);
        int other = data.offset(b);
        for (int c = 0; c < data.columns(); c++) {
            if (data.values()[from + c] != data.values()[other + c]) {
                return false;
            }
        }
        return true;
    }
}
