package segue.spark.playlists;

import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.IntStream;

/**
 * Some playlists, and what they say of the songs of one group: song {@code s} is of group {@code s mod groups}, so that each group
 * has its share of the songs that everybody lists. Holds 4 bytes an entry, and 4 more an entry of the group.
 */
final class Cell {
    private final int group;
    private final int groups;
    private int[] entries = new int[1024];
    private int[] starts = new int[64];
    private int lists;
    /** Of the group's songs, the first of its places in {@link #listsOfSongs}; one more at the end. */
    private int[] from;

    private int[] listsOfSongs;

    private Cell(int group, int groups) {
        this.group = group;
        this.groups = groups;
    }

    /**
     * @param lists numbers of songs, each once a list
     * @param songs of all groups
     */
    static Cell of(int group, int groups, int songs, Iterator<int[]> lists) {
        Cell cell = new Cell(group, groups);
        while (lists.hasNext()) {
            cell.add(lists.next());
        }
        cell.turn((songs - group + groups - 1) / groups);
        return cell;
    }

    private void add(int... list) {
        int at = starts[lists];
        entries = grown(entries, Math.addExact(at, list.length));
        System.arraycopy(list, 0, entries, at, list.length);
        starts = grown(starts, ++lists + 1);
        starts[lists] = at + list.length;
    }

    private static int[] grown(int[] values, int wanted) {
        return wanted <= values.length
                ? values
                : Arrays.copyOf(values, (int) Math.max(wanted, Math.min(Integer.MAX_VALUE - 16L, values.length * 2L)));
    }

    /** Which lists each song of the group stands in. */
    private void turn(int own) {
        from = new int[own + 1];
        for (int i = 0; i < starts[lists]; i++) {
            if (entries[i] % groups == group) {
                from[entries[i] / groups + 1]++;
            }
        }
        Arrays.parallelPrefix(from, Integer::sum);
        listsOfSongs = new int[from[own]];
        int[] next = Arrays.copyOf(from, own);
        for (int list = 0; list < lists; list++) {
            for (int i = starts[list]; i < starts[list + 1]; i++) {
                if (entries[i] % groups == group) {
                    listsOfSongs[next[entries[i] / groups]++] = list;
                }
            }
        }
    }

    /** The group's songs that stand in one of the lists, ascending. */
    Iterator<Integer> songs() {
        return IntStream.range(0, from.length - 1)
                .filter(own -> from[own] < from[own + 1])
                .map(own -> own * groups + group)
                .iterator();
    }

    /** Adds the songs beside one of the group's. */
    void count(int song, Tally tally) {
        int own = song / groups;
        for (int l = from[own]; l < from[own + 1]; l++) {
            int list = listsOfSongs[l];
            for (int i = starts[list]; i < starts[list + 1]; i++) {
                if (entries[i] != song) {
                    tally.add(entries[i], 1);
                }
            }
        }
    }
}
