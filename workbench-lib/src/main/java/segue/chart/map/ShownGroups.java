package segue.chart.map;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import segue.chart.Palette;

/**
 * The groups of a colouring as a picture shows them: the nine largest in colour, the rest as one in grey, and none.
 *
 * @param groups in the order of the legend
 * @param of each point a position in {@code groups}
 */
record ShownGroups(List<Group> groups, int[] of) {
    static final int MOST = 9;
    static final Color OTHER = new Color(0xa6, 0xae, 0xb8);
    static final Color NONE = new Color(0xd3, 0xd8, 0xde);

    /**
     * One line of the legend.
     *
     * @param named whether it is a group of the colouring, and not all others or none
     */
    record Group(String name, Color colour, int size, boolean named) {}

    static ShownGroups of(Colouring.Groups colouring) {
        int[] sizes = new int[colouring.names().size()];
        int none = 0;
        for (int group : colouring.groups()) {
            if (group < 0) {
                none++;
            } else {
                sizes[group]++;
            }
        }
        int[] present =
                IntStream.range(0, sizes.length).filter(i -> sizes[i] > 0).toArray();
        List<Integer> coloured = IntStream.of(present)
                .boxed()
                .sorted(Comparator.comparingInt((Integer i) -> -sizes[i]).thenComparing(i -> i))
                .limit(MOST)
                .sorted()
                .toList();
        List<Group> groups = new ArrayList<>();
        int[] position = new int[sizes.length];
        for (int group : present) {
            position[group] = coloured.size();
        }
        int others = 0;
        for (int group : present) {
            if (coloured.contains(group)) {
                position[group] = groups.size();
                groups.add(new Group(colouring.names().get(group), colour(groups.size()), sizes[group], true));
            } else {
                others += sizes[group];
            }
        }
        int more = present.length - coloured.size();
        if (more > 0) {
            groups.add(new Group("%,d other%s".formatted(more, more == 1 ? "" : "s"), OTHER, others, false));
        }
        int nowhere = groups.size();
        if (none > 0) {
            groups.add(new Group("no " + colouring.title(), NONE, none, false));
        }
        int[] of = new int[colouring.size()];
        for (int i = 0; i < of.length; i++) {
            of[i] = colouring.groups()[i] < 0 ? nowhere : position[colouring.groups()[i]];
        }
        return new ShownGroups(List.copyOf(groups), of);
    }

    /** The last of the series is a grey, and grey is for others here. */
    private static Color colour(int place) {
        return place == MOST - 1 ? Palette.INK : Palette.series()[place];
    }

    /** The points of each group, ascending. */
    int[][] rows() {
        int[][] rows = new int[groups.size()][];
        int[] filled = new int[groups.size()];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new int[groups.get(i).size()];
        }
        for (int i = 0; i < of.length; i++) {
            rows[of[i]][filled[of[i]]++] = i;
        }
        return rows;
    }
}
