package segue.recommend.playlist;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import segue.catalog.Catalog;
import segue.catalog.playlists.Playlists;
import segue.neighbors.TopK;

/**
 * Continues playlists. A song's score is a weighted sum of what several {@linkplain PartKind parts} say, each a number that is 0
 * where nothing is known; the weights are learned from playlists. No part asks whether a song stands in a playlist, so that
 * songs nobody has listed are judged like all others. Immutable; safe for use by several threads at once.
 *
 * <pre>{@code
 * PlaylistModel model = PlaylistModel.fit(songs, playlists, PlaylistOptions.defaults().withTags(genres::genresOf));
 * model.continueList(new int[] {12, 400, 7}, 20).forEach(IO::println);
 * }</pre>
 */
public final class PlaylistModel {
    private static final int DEEPER = 8;

    private final Catalog songs;
    private final List<Part> parts;
    private final double[] weights;

    PlaylistModel(Catalog songs, List<Part> parts, double... weights) {
        this.songs = songs;
        this.parts = List.copyOf(parts);
        this.weights = weights.clone();
    }

    /**
     * Learns from playlists; from none at all it takes {@link PartKind#usualWeight}.
     *
     * @param playlists over the rows of the catalogue
     * @throws IllegalArgumentException if they are of other songs, or nothing that the options ask for is known of the songs
     * @throws java.util.concurrent.CancellationException if the thread is interrupted; it stays marked as interrupted
     */
    public static PlaylistModel fit(Catalog songs, Playlists playlists, PlaylistOptions options) {
        if (playlists.songs() != songs.size()) {
            throw new IllegalArgumentException("the playlists are over %,d songs but the catalogue has %,d"
                    .formatted(playlists.songs(), songs.size()));
        }
        PartFactory factory = PartFactory.of(songs, options);
        List<Part> parts = factory.parts(playlists);
        double[] weights = options.learnWeights()
                ? PartWeights.learn(playlists, factory::parts, options.seed())
                : PartWeights.usual(parts);
        return new PlaylistModel(songs, parts, weights);
    }

    /** The weight of each part that the catalogue knows something of. */
    public Map<PartKind, Double> weights() {
        Map<PartKind, Double> of = new EnumMap<>(PartKind.class);
        for (int part = 0; part < weights.length; part++) {
            of.put(parts.get(part).kind(), weights[part]);
        }
        return of;
    }

    /** The catalogue whose rows are meant. */
    public Catalog songs() {
        return songs;
    }

    /**
     * How well each song would continue a list, in log odds up to a constant; the seeds too.
     *
     * @param seeds rows of the list, at least one; one that stands in it twice counts once
     * @return shape {@code (songs)}, finite
     * @throws IllegalArgumentException if there is no seed, or the catalogue has no such row
     */
    public float[] scores(int... seeds) {
        return sum(values(checked(seeds)));
    }

    /**
     * The songs that best continue a list, best first, ties by row; none of the list itself.
     *
     * @param seeds rows of the list, at least one
     * @param n how many are wanted, at least 0
     * @return fewer where the catalogue has no more
     * @throws IllegalArgumentException if there is no seed, the catalogue has no such row, or n is below 0
     */
    public List<Suggestion> continueList(int[] seeds, int n) {
        return continueList(seeds, n, song -> true);
    }

    /**
     * Likewise, under rules.
     *
     * <pre>{@code
     * Screening screening = RuleBook.of(model.songs()).screening(seeds, known, rules);
     * List<Suggestion> next = model.continueList(seeds, 20, screening::takes);
     * }</pre>
     *
     * @param takes asked of one song after the other, best first, until n were taken
     */
    public List<Suggestion> continueList(int[] seeds, int n, IntPredicate takes) {
        int[] rows = checked(seeds);
        List<float[]> values = values(rows);
        float[] scores = sum(values);
        List<IntFunction<String>> reasons =
                parts.stream().map(part -> part.reasons(rows)).toList();
        List<Suggestion> suggestions = new ArrayList<>();
        for (int song : taken(scores, rows, n, takes)) {
            List<Suggestion.Share> shares = new ArrayList<>();
            for (int part = 0; part < weights.length; part++) {
                float amount = (float) weights[part] * values.get(part)[song];
                shares.add(new Suggestion.Share(
                        parts.get(part).kind(), amount, reasons.get(part).apply(song)));
            }
            suggestions.add(new Suggestion(song, songs.track(song), scores[song], shares));
        }
        return suggestions;
    }

    /** The rows that {@link #continueList} gives, without the reasons, which take longer. */
    public int[] continueRows(int[] seeds, int n) {
        int[] rows = checked(seeds);
        return best(sum(values(rows)), rows, n);
    }

    private int[] checked(int... seeds) {
        if (seeds.length == 0) {
            throw new IllegalArgumentException(
                    "a playlist is continued from at least one of its songs, but none was given that %s has"
                            .formatted(songs));
        }
        for (int seed : seeds) {
            if (seed < 0 || seed >= songs.size()) {
                throw new IllegalArgumentException(
                        "a seed must be a row in [0, %,d) but was %,d".formatted(songs.size(), seed));
            }
        }
        return IntStream.of(seeds).distinct().sorted().toArray();
    }

    private List<float[]> values(int... seeds) {
        return parts.stream().map(part -> part.values(seeds)).toList();
    }

    private float[] sum(List<float[]> values) {
        float[] scores = new float[songs.size()];
        for (int part = 0; part < weights.length; part++) {
            float weight = (float) weights[part];
            float[] of = values.get(part);
            for (int song = 0; song < scores.length; song++) {
                scores[song] += weight * of[song];
            }
        }
        return scores;
    }

    private static int[] taken(float[] scores, int[] seeds, int n, IntPredicate takes) {
        int all = scores.length - seeds.length;
        int[] ranked = best(scores, seeds, n);
        int[] taken = new int[ranked.length];
        int found = 0;
        for (int place = 0; found < taken.length && place < all; place++) {
            if (place == ranked.length) {
                ranked = best(scores, seeds, (int) Math.min(all, (long) DEEPER * place));
            }
            if (takes.test(ranked[place])) {
                taken[found++] = ranked[place];
            }
        }
        return Arrays.copyOf(taken, found);
    }

    private static int[] best(float[] scores, int[] seeds, int n) {
        if (n < 0) {
            throw new IllegalArgumentException("n must be at least 0 but was " + n);
        }
        BitSet own = new BitSet(scores.length);
        IntStream.of(seeds).forEach(own::set);
        int wanted = Math.min(n, scores.length - seeds.length);
        TopK best = new TopK(wanted);
        for (int song = 0; song < scores.length; song++) {
            if (!own.get(song)) {
                best.offer(-scores[song], song);
            }
        }
        int[] rows = new int[wanted];
        return Arrays.copyOf(rows, best.drain(rows, new float[wanted], 0));
    }

    List<Part> parts() {
        return parts;
    }

    /** Writes beside the file, then moves the result over it. */
    public void save(Path file) throws IOException {
        PlaylistModelFile.write(file, songs, parts, weights);
    }

    /** Whether {@link #save} wrote this file. */
    public static boolean isSavedIn(Path file) throws IOException {
        return PlaylistModelFile.KIND.is(file);
    }

    /**
     * Reads what {@link #save} wrote.
     *
     * @param songs the catalogue that it was learned over
     * @throws IOException if the file is another kind, of another version, damaged, or of other songs; the message says which
     */
    public static PlaylistModel load(Path file, Catalog songs) throws IOException {
        return PlaylistModelFile.read(file, songs);
    }
}
