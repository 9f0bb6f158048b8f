package segue.chart.map;

import java.util.List;

/** What the colour of a point says. */
public sealed interface Colouring {
    /** What is shown: {@code "genre"}, {@code "year"}, {@code "energy"}. */
    String title();

    /** How many points it colours. */
    int size();

    /**
     * Each point is of one group, or of none.
     *
     * @param names of the groups, the first most important; a legend has them in this order
     * @param groups for each point a position in {@code names}, or -1 for none
     */
    record Groups(String title, List<String> names, int[] groups) implements Colouring {
        public Groups {
            names = List.copyOf(names);
            for (int group : groups) {
                if (group < -1 || group >= names.size()) {
                    throw new IllegalArgumentException(
                            "%s: a group must be in [-1, %d] but one is %d".formatted(title, names.size() - 1, group));
                }
            }
        }

        @Override
        public int size() {
            return groups.length;
        }
    }

    /**
     * Each point has an amount, or none.
     *
     * @param values NaN where there is none
     */
    record Amounts(String title, float[] values) implements Colouring {
        @Override
        public int size() {
            return values.length;
        }
    }
}
