package segue.spark.recommend;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What one user has: the songs of the catalogue, each once, at the first place where it stands. Which entries came together
 * in which task makes no difference. Holds at most one place for every song of the catalogue, 20 bytes each, twice that while
 * it grows.
 */
final class Listener implements Serializable {
    private static final long serialVersionUID = 1;

    private long entries;
    private long unknown;
    private Named firstUnknown;
    private int size;
    private int[] rows = new int[8];
    private long[] majors = new long[8];
    private long[] minors = new long[8];

    /** A text and its place. */
    private record Named(long major, long minor, String text) implements Serializable {
        static final Comparator<Named> BY_PLACE =
                Comparator.comparingLong(Named::major).thenComparingLong(Named::minor);
    }

    /**
     * An entry once its song was looked for.
     *
     * @param row of the catalogue; -1 where it has no such song, -2 where there is none
     * @param text of a song that the catalogue has not
     */
    record Found(long major, long minor, int row, String text) implements Serializable {
        static final int UNKNOWN = -1;
        static final int NOTHING = -2;
    }

    Listener add(Found found) {
        if (found.row() == Found.NOTHING) {
            return this;
        }
        entries++;
        if (found.row() == Found.UNKNOWN) {
            unknown++;
            told(new Named(found.major(), found.minor(), found.text()));
        } else {
            add(found.row(), found.major(), found.minor());
        }
        return this;
    }

    Listener addAll(Listener other) {
        entries += other.entries;
        unknown += other.unknown;
        if (other.firstUnknown != null) {
            told(other.firstUnknown);
        }
        for (int i = 0; i < other.size; i++) {
            add(other.rows[i], other.majors[i], other.minors[i]);
        }
        return this;
    }

    private void told(Named one) {
        if (firstUnknown == null || Named.BY_PLACE.compare(one, firstUnknown) < 0) {
            firstUnknown = one;
        }
    }

    private void add(int row, long major, long minor) {
        if (size == rows.length) {
            dropRepeated();
            if (size > rows.length / 2) {
                grow();
            }
        }
        rows[size] = row;
        majors[size] = major;
        minors[size++] = minor;
    }

    private void grow() {
        rows = Arrays.copyOf(rows, 2 * rows.length);
        majors = Arrays.copyOf(majors, rows.length);
        minors = Arrays.copyOf(minors, rows.length);
    }

    /** Keeps of every song its first place. */
    private void dropRepeated() {
        Map<Integer, Integer> first = HashMap.newHashMap(size);
        int kept = 0;
        for (int i = 0; i < size; i++) {
            Integer at = first.putIfAbsent(rows[i], kept);
            if (at == null) {
                move(i, kept++);
            } else if (compare(i, at) < 0) {
                move(i, at);
            }
        }
        size = kept;
    }

    private void move(int from, int to) {
        rows[to] = rows[from];
        majors[to] = majors[from];
        minors[to] = minors[from];
    }

    private int compare(int a, int b) {
        int order = Long.compare(majors[a], majors[b]);
        return order == 0 ? Long.compare(minors[a], minors[b]) : order;
    }

    /** Rows of the catalogue in the order of the list, each once. */
    int[] songs() {
        dropRepeated();
        return IntStream.range(0, size)
                .boxed()
                .sorted(this::compare)
                .mapToInt(i -> rows[i])
                .toArray();
    }

    /** Entries that name a song. */
    long entries() {
        return entries;
    }

    /** Entries whose song the catalogue has not. */
    long unknown() {
        return unknown;
    }

    /** The first of them; null where there is none. */
    String firstUnknown() {
        return firstUnknown == null ? null : firstUnknown.text();
    }
}
