package segue.recommend.playlist;

import java.io.IOException;
import java.util.List;
import segue.files.FieldInput;
import segue.files.FieldOutput;

/**
 * Rows of numbers of any length, in two arrays.
 *
 * @param starts where each row begins in {@code items}, and the end of the last
 * @param items of all rows, each in {@code [0, kinds)}
 * @param kinds how many different items there may be
 */
record Ragged(int[] starts, int[] items, int kinds) {
    Ragged {
        boolean sound = starts.length > 0 && starts[0] == 0 && starts[starts.length - 1] == items.length;
        for (int i = 1; sound && i < starts.length; i++) {
            sound = starts[i] >= starts[i - 1];
        }
        for (int i = 0; sound && i < items.length; i++) {
            sound = items[i] >= 0 && items[i] < kinds;
        }
        if (!sound) {
            throw new IllegalArgumentException("its rows and items make no sense");
        }
    }

    static Ragged of(List<int[]> rows, int kinds) {
        int[] starts = new int[rows.size() + 1];
        for (int row = 0; row < rows.size(); row++) {
            starts[row + 1] = starts[row] + rows.get(row).length;
        }
        int[] items = new int[starts[rows.size()]];
        for (int row = 0; row < rows.size(); row++) {
            System.arraycopy(rows.get(row), 0, items, starts[row], rows.get(row).length);
        }
        return new Ragged(starts, items, kinds);
    }

    int rows() {
        return starts.length - 1;
    }

    int from(int row) {
        return starts[row];
    }

    int to(int row) {
        return starts[row + 1];
    }

    /** In how many rows each item stands, if it stands in each once. */
    int[] counts() {
        int[] counts = new int[kinds];
        for (int item : items) {
            counts[item]++;
        }
        return counts;
    }

    /** The rows that each item stands in, ascending. */
    Ragged turned() {
        int[] begins = new int[kinds + 1];
        for (int item : items) {
            begins[item + 1]++;
        }
        for (int item = 0; item < kinds; item++) {
            begins[item + 1] += begins[item];
        }
        int[] next = begins.clone();
        int[] of = new int[items.length];
        for (int row = 0; row < rows(); row++) {
            for (int i = from(row); i < to(row); i++) {
                of[next[items[i]]++] = row;
            }
        }
        return new Ragged(begins, of, rows());
    }

    void write(FieldOutput out) throws IOException {
        out.writeInt(rows());
        out.writeInt(items.length);
        out.writeInt(kinds);
        out.ints(starts);
        out.ints(items);
    }

    static Ragged read(FieldInput in) throws IOException {
        int rows = in.count();
        int count = in.count();
        int kinds = in.count();
        return new Ragged(in.ints(rows + 1L), in.ints(count), kinds);
    }
}
