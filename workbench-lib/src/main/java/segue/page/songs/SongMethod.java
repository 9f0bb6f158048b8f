package segue.page.songs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import segue.neighbors.Metric;
import segue.recommend.NewArtists;
import segue.recommend.Request;
import segue.recommend.SongSpace;

/**
 * What chose songs, by a name that stays the same as long as the way of choosing does: {@code sound/euclidean},
 * {@code sound/cosine/mine/vary-0.3/new-artists}. Whatever changes which songs come is in it, in steps coarse enough that a step
 * gets ratings enough for an average; what does not, the back end and how many are shown, is not.
 *
 * @param space {@code sound} for features that all count alike, {@code weighted} for others, {@code labels} for what songs
 *     probably are
 * @param weights whose weights of the features
 * @param farthest the least similar songs
 * @param variety tenths of the dial, 0 to 10
 * @param novelty tenths, 0 to 10
 * @param newArtists only artists who are new
 * @param several songs were started from, each of which gives some in turn
 */
public record SongMethod(
        String space,
        Metric metric,
        Weights weights,
        boolean farthest,
        int variety,
        int novelty,
        boolean newArtists,
        boolean several) {
    private static final List<String> SPACES = List.of("sound", "weighted", "labels");
    private static final String EXAMPLE = "sound/euclidean or sound/cosine/vary-0.3";

    /** Whose ratings said how much each feature counts. */
    public enum Weights {
        /** Nobody's: as the page was started. */
        NONE,
        /** The visitor's. */
        MINE,
        /** Those of all listeners. */
        ALL;

        public static Weights parse(String text) {
            return Arrays.stream(values())
                    .filter(value -> value.label().equals(text))
                    .findFirst()
                    .orElseThrow(() ->
                            new IllegalArgumentException("weights must be one of none, mine, all but was " + text));
        }

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What answers this request over songs in this space. */
    public static SongMethod of(Request request, SongSpace space, Weights weights) {
        boolean plain = space.weights().stream().allMatch(weight -> weight == 1);
        String name = space.coordinates() == SongSpace.Coordinates.PROBABILITIES
                ? "labels"
                : plain || weights != Weights.NONE ? "sound" : "weighted";
        return new SongMethod(
                name,
                request.metric(),
                weights,
                request.dissimilar(),
                (int) Math.round(10 * request.variety()),
                (int) Math.round(10 * request.novelty()),
                request.rules().newArtists().isPresent(),
                request.seeds().size() > 1);
    }

    /** @throws IllegalArgumentException if it is no such name */
    public static SongMethod parse(String name) {
        List<String> words = new ArrayList<>(Arrays.asList(name.split("/", -1)));
        if (words.size() < 2 || !SPACES.contains(words.getFirst())) {
            throw unknown(name);
        }
        SongMethod parsed = new SongMethod(
                words.getFirst(),
                Metric.parse(words.get(1)),
                words.contains("mine") ? Weights.MINE : words.contains("all") ? Weights.ALL : Weights.NONE,
                words.contains("farthest"),
                tenths("vary-", words),
                tenths("novel-", words),
                words.contains("new-artists"),
                words.contains("several"));
        if (!parsed.name().equals(name) || parsed.farthest && parsed.variety + parsed.novelty > 0) {
            throw unknown(name);
        }
        return parsed;
    }

    private static IllegalArgumentException unknown(String name) {
        return new IllegalArgumentException("a method is called as %s but this was %s".formatted(EXAMPLE, name));
    }

    private static int tenths(String prefix, List<String> words) {
        Optional<String> word =
                words.stream().filter(one -> one.startsWith(prefix)).findFirst();
        return word.map(one -> one.substring(prefix.length()))
                .filter(value -> value.matches("0\\.[1-9]|1"))
                .map(value -> (int) Math.round(10 * Double.parseDouble(value)))
                .orElse(0);
    }

    private static String step(String prefix, int tenths) {
        return prefix + (tenths == 10 ? "1" : "0." + tenths);
    }

    /** {@code sound/euclidean/mine/vary-0.3}; at most 64 characters. */
    public String name() {
        List<String> words = new ArrayList<>(List.of(space, metric.label()));
        if (weights != Weights.NONE) {
            words.add(weights.label());
        }
        if (farthest) {
            words.add("farthest");
        }
        if (variety > 0) {
            words.add(step("vary-", variety));
        }
        if (novelty > 0) {
            words.add(step("novel-", novelty));
        }
        if (newArtists) {
            words.add("new-artists");
        }
        if (several) {
            words.add("several");
        }
        return String.join("/", words);
    }

    /** The same for people: {@code "Cosine distance, by your taste, 30 % varied"}. */
    public String label() {
        List<String> parts = new ArrayList<>();
        String distance = metric.label();
        parts.add(distance.substring(0, 1).toUpperCase(Locale.ROOT) + distance.substring(1) + " distance");
        switch (space) {
            case "weighted" -> parts.add("of weighted features");
            case "labels" -> parts.add("of what songs probably are");
            default -> {}
        }
        switch (weights) {
            case MINE -> parts.add("by your taste");
            case ALL -> parts.add("by everybody's taste");
            case NONE -> {}
        }
        if (farthest) {
            parts.add("least similar");
        }
        if (variety > 0) {
            parts.add(10 * variety + " % varied");
        }
        if (novelty > 0) {
            parts.add(10 * novelty + " % towards the little known");
        }
        if (newArtists) {
            parts.add("new artists only");
        }
        if (several) {
            parts.add("from several songs");
        }
        return String.join(", ", parts);
    }

    /** The request with what this method does to it. */
    public Request applyTo(Request request) {
        return request.withMetric(metric)
                .withDissimilar(farthest)
                .withVariety(variety / 10.0)
                .withNovelty(novelty / 10.0)
                .withRules(newArtists ? request.rules().withNewArtists(NewArtists.defaults()) : request.rules());
    }

    public SongMethod with(Metric other) {
        return new SongMethod(space, other, weights, farthest, variety, novelty, newArtists, several);
    }

    public SongMethod with(Weights other) {
        return new SongMethod(
                other == Weights.NONE ? space : "sound",
                metric,
                other,
                farthest,
                variety,
                novelty,
                newArtists,
                several);
    }

    public SongMethod withVariety(int tenths) {
        return new SongMethod(space, metric, weights, farthest, tenths, novelty, newArtists, several);
    }
}
