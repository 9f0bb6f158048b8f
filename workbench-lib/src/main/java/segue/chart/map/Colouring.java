package segue.chart.map;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import segue.catalog.Catalog;
import segue.catalog.Track;
import segue.cluster.Clusters;

/** What the colour of a point says. */
public sealed interface Colouring {
    /** What is shown: {@code "genre"}, {@code "year"}, {@code "energy"}. */
    String title();

    /** How many points it colours. */
    int size();

    /**
     * One genre a song: of a song's labels the broad one that most of them speak for ({@code album rock} and {@code dance
     * rock} for {@code rock}). The genre of most songs comes first.
     */
    static Groups genre(Catalog catalog) {
        return byCount("genre", MainGenres.of(catalog));
    }

    /** The year of release; songs without have none. */
    static Amounts year(Catalog catalog) {
        return amounts("year", catalog, track -> number(track.year()));
    }

    /** 1 to 100; songs without have none. */
    static Amounts popularity(Catalog catalog) {
        return amounts("popularity", catalog, track -> number(track.popularity()));
    }

    /**
     * A number of the songs.
     *
     * @param name one of {@link segue.catalog.FeatureSpace#all() catalog.space().all()}
     * @throws IllegalArgumentException if there is no such number; the message lists those there are
     */
    static Amounts feature(Catalog catalog, String name) {
        if (!catalog.space().all().contains(name)) {
            throw new IllegalArgumentException("no song has \"%s\": a map can be coloured by %s"
                    .formatted(name, String.join(", ", catalog.space().all())));
        }
        return amounts(name, catalog, track -> track.features().get(name).orElse(Double.NaN));
    }

    /** The cluster of each song, called "cluster 1" and so on. */
    static Groups clusters(Clusters clusters) {
        return clusters(
                clusters,
                IntStream.rangeClosed(1, clusters.k())
                        .mapToObj(i -> "cluster " + i)
                        .toList());
    }

    /**
     * The cluster of each song.
     *
     * @param names one a cluster
     */
    static Groups clusters(Clusters clusters, List<String> names) {
        if (names.size() != clusters.k()) {
            throw new IllegalArgumentException(
                    "%,d clusters need as many names but got %,d".formatted(clusters.k(), names.size()));
        }
        return new Groups("cluster", names, clusters.labels());
    }

    /**
     * Any amount.
     *
     * @param values one a point, NaN where there is none
     */
    static Amounts values(String title, float[] values) {
        return new Amounts(title, values);
    }

    /**
     * Any groups, that of most points first.
     *
     * @param names the group of each point, null where it has none
     */
    static Groups groups(String title, String[] names) {
        return byCount(title, names);
    }

    private static Groups byCount(String title, String[] names) {
        Map<String, Integer> counts = new HashMap<>();
        for (String name : names) {
            if (name != null) {
                counts.merge(name, 1, Integer::sum);
            }
        }
        List<String> order = counts.keySet().stream()
                .sorted(Comparator.comparing((String name) -> -counts.get(name)).thenComparing(name -> name))
                .toList();
        Map<String, Integer> positions = new HashMap<>();
        order.forEach(name -> positions.put(name, positions.size()));
        return new Groups(
                title,
                order,
                Arrays.stream(names)
                        .mapToInt(name -> name == null ? -1 : positions.get(name))
                        .toArray());
    }

    private static Amounts amounts(String title, Catalog catalog, ToDoubleFunction<Track> amount) {
        float[] values = new float[catalog.size()];
        for (int row = 0; row < values.length; row++) {
            values[row] = (float) amount.applyAsDouble(catalog.track(row));
        }
        return new Amounts(title, values);
    }

    private static double number(OptionalInt value) {
        return value.isPresent() ? value.getAsInt() : Double.NaN;
    }

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

        /** The points of a group, by its position in {@link #names()}; ascending. */
        public int[] members(int group) {
            return IntStream.range(0, groups.length)
                    .filter(point -> groups[point] == group)
                    .toArray();
        }
    }

    /**
     * Each point has an amount, or none.
     *
     * @param values NaN where there is none
     */
    record Amounts(String title, float[] values) implements Colouring {
        /** @throws IllegalArgumentException if a value is infinite */
        public Amounts {
            for (int i = 0; i < values.length; i++) {
                if (Float.isInfinite(values[i])) {
                    throw new IllegalArgumentException(
                            "%s: value %,d is %s; what is not known is NaN".formatted(title, i, values[i]));
                }
            }
        }

        @Override
        public int size() {
            return values.length;
        }
    }
}
