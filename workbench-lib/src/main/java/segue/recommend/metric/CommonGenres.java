package segue.recommend.metric;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import segue.catalog.Catalog;
import segue.catalog.TextKey;
import segue.catalog.Track;

/**
 * Which of the genre labels of songs are to be learned: those that most songs have, broad ones and fine ones alike. A label of a
 * few songs is of one artist or two, and teaches who they are. Labels that differ in case and punctuation alone ({@code hip-hop},
 * {@code Hip Hop}) are one, by the name that most songs have. Of many songs a sample is enough.
 *
 * <pre>{@code
 * LearnedMetric metric = LearnedMetric.fit(songs, CommonGenres.defaults().withMostLabels(32).of(songs), MetricOptions.defaults());
 * }</pre>
 *
 * <p>Of 105,681 real songs, whose labels are mostly those of their artists, 1,500 were held back and asked for ten songs by
 * others: .322 of the answers shared a label at 64 labels and a million examples shown (15 s of CPU time), .329 at 2.5 million
 * (36 s), .322 at 128 labels (12 s), .314 with 30,000 songs (5 s), .304 at 32 labels of 30,000 songs, and .230 by the nine
 * features, each ± .01.
 *
 * @param fewestSongs that have a label, at least 1
 * @param mostLabels that are kept, those of most songs first and of as many in the order of letters; in [2, 4,096]
 * @param mostSongs that keep their labels: where more have one, so many are drawn; at least 2
 * @param seed of the draw
 */
public record CommonGenres(int fewestSongs, int mostLabels, int mostSongs, long seed) {
    private static final int MOST_LABELS = 4_096;

    /** @throws IllegalArgumentException if a number is out of its range */
    public CommonGenres {
        if (fewestSongs < 1) {
            throw new IllegalArgumentException("fewest songs must be at least 1 but was %,d".formatted(fewestSongs));
        }
        if (mostLabels < 2 || mostLabels > MOST_LABELS) {
            throw new IllegalArgumentException(
                    "most labels must be in [2, %,d] but was %,d".formatted(MOST_LABELS, mostLabels));
        }
        if (mostSongs < 2) {
            throw new IllegalArgumentException("most songs must be at least 2 but was %,d".formatted(mostSongs));
        }
    }

    /** At most 64 labels, each of 20 songs or more, of 100,000 songs, seed 1. */
    public static CommonGenres defaults() {
        return new CommonGenres(20, 64, 100_000, 1);
    }

    public CommonGenres withFewestSongs(int fewestSongs) {
        return new CommonGenres(fewestSongs, mostLabels, mostSongs, seed);
    }

    public CommonGenres withMostLabels(int mostLabels) {
        return new CommonGenres(fewestSongs, mostLabels, mostSongs, seed);
    }

    public CommonGenres withMostSongs(int mostSongs) {
        return new CommonGenres(fewestSongs, mostLabels, mostSongs, seed);
    }

    public CommonGenres withSeed(long seed) {
        return new CommonGenres(fewestSongs, mostLabels, mostSongs, seed);
    }

    /**
     * The labels of each song that are common; of those that were not drawn, none.
     *
     * @throws UnsupportedOperationException if fewer than two labels are common; the message says what to do
     */
    public List<List<String>> of(Catalog songs) {
        Map<String, String> common = common(songs);
        if (common.size() < 2) {
            throw new UnsupportedOperationException(refusal(songs));
        }
        List<List<String>> labels = new ArrayList<>(songs.size());
        for (Track track : songs.tracks()) {
            labels.add(track.genres().stream()
                    .map(label -> common.get(TextKey.of(label)))
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList());
        }
        List<Integer> labelled = IntStream.range(0, labels.size())
                .filter(row -> !labels.get(row).isEmpty())
                .boxed()
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(labelled, new Random(seed));
        labelled.stream().skip(mostSongs).forEach(row -> labels.set(row, List.of()));
        return labels;
    }

    /** Key to name. */
    private Map<String, String> common(Catalog songs) {
        Map<String, Integer> ofKeys = new HashMap<>();
        Map<String, Integer> ofNames = new HashMap<>();
        for (Track track : songs.tracks()) {
            track.genres().stream().map(TextKey::of).distinct().forEach(key -> ofKeys.merge(key, 1, Integer::sum));
            track.genres().forEach(name -> ofNames.merge(name, 1, Integer::sum));
        }
        Set<String> kept = mostFirst(ofKeys)
                .filter(key -> ofKeys.get(key) >= fewestSongs)
                .limit(mostLabels)
                .collect(Collectors.toSet());
        return mostFirst(ofNames)
                .filter(name -> kept.contains(TextKey.of(name)))
                .collect(Collectors.toMap(TextKey::of, name -> name, (most, fewer) -> most));
    }

    private static Stream<String> mostFirst(Map<String, Integer> counts) {
        return counts.keySet().stream()
                .sorted(Comparator.comparing((String text) -> -counts.get(text)).thenComparing(text -> text));
    }

    private String refusal(Catalog songs) {
        long labelled = songs.tracks().stream()
                .filter(track -> !track.genres().isEmpty())
                .count();
        return ("genres are learned from at least two labels of %,d songs each, and %s: name a song table with genres, or"
                        + " give a model that learned from one")
                .formatted(
                        fewestSongs,
                        labelled == 0
                                ? "no song of " + songs + " has a label"
                                : "the labels of %,d songs of %s are too few".formatted(labelled, songs));
    }
}
