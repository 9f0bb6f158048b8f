package segue.spark.graph;

import java.io.Serializable;
import java.util.Arrays;

/**
 * The best rows that were found for a query so far, by ascending distance, ties by ascending number.
 *
 * @param id of the query; null where the table has none
 * @param numbers of the rows
 * @param ids of the rows; null where the table has none
 * @param distances of the rows
 */
record Candidates(String id, long[] numbers, String[] ids, float[] distances) implements Serializable {

    static Candidates none(String id, boolean named) {
        return new Candidates(id, new long[0], named ? new String[0] : null, new float[0]);
    }

    int size() {
        return numbers.length;
    }

    /** The best {@code k} of both, which have no row in common. */
    Candidates merge(Candidates other, int k) {
        int size = Math.min(k, size() + other.size());
        Candidates best = room(size);
        int mine = 0;
        int others = 0;
        for (int i = 0; i < size; i++) {
            if (others == other.size() || (mine < size() && isBetter(mine, other, others))) {
                best.set(i, this, mine++);
            } else {
                best.set(i, other, others++);
            }
        }
        return best;
    }

    /** The best {@code k} but the row of this number. */
    Candidates without(long number, int k) {
        int self = 0;
        while (self < size() && numbers[self] != number) {
            self++;
        }
        Candidates others = room(Math.min(k, self < size() ? size() - 1 : size()));
        for (int i = 0; i < others.size(); i++) {
            others.set(i, this, i < self ? i : i + 1);
        }
        return others;
    }

    private boolean isBetter(int mine, Candidates other, int others) {
        int compared = Float.compare(distances[mine], other.distances[others]);
        return compared < 0 || (compared == 0 && numbers[mine] < other.numbers[others]);
    }

    private Candidates room(int size) {
        return new Candidates(id, new long[size], ids == null ? null : new String[size], new float[size]);
    }

    private void set(int at, Candidates from, int i) {
        numbers[at] = from.numbers[i];
        distances[at] = from.distances[i];
        if (ids != null) {
            ids[at] = from.ids[i];
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Candidates that
                && Arrays.equals(numbers, that.numbers)
                && Arrays.equals(distances, that.distances)
                && Arrays.equals(ids, that.ids);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(numbers);
    }
}
