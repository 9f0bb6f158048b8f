package segue.feedback.people;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import segue.feedback.Listener;
import segue.feedback.Opinion;
import segue.feedback.Rating;

/**
 * Songs that people with the same taste like: the listeners whose ratings are most similar to somebody's are asked, each as
 * much as they are similar (Herlocker et al., An algorithmic framework for performing collaborative filtering, SIGIR 1999; with
 * the offsets of Koren 2008). Immutable; the same ratings give the same songs, whatever their order.
 */
public final class PeopleRecommender {
    private static final double WEIGHT_SHRINKAGE = 0.5;

    private final ScoreTable scores;
    private final PeopleOptions options;
    private final int raters;

    private PeopleRecommender(ScoreTable scores, PeopleOptions options) {
        this.scores = scores;
        this.options = options;
        this.raters = (int) IntStream.range(0, scores.listeners())
                .filter(row -> scores.songsOf(row).length >= options.leastRatings())
                .count();
    }

    /** @param ratings those that count, as {@code FeedbackStore.currentRatings()} gives them */
    public static PeopleRecommender of(Collection<Rating> ratings, PeopleOptions options) {
        return new PeopleRecommender(new ScoreTable(ratings), options);
    }

    /** Listeners who rated enough songs to count. */
    public int raters() {
        return raters;
    }

    /** @param neighbor row of a listener; {@code similarity} in (0, 1) */
    private record Peer(int neighbor, double similarity) {}

    /**
     * Songs that {@code listener} has not rated, the best first, equal ones by id; at most {@code n}.
     *
     * @throws IllegalArgumentException if n is not positive
     */
    public PeopleAnswer suggest(Listener listener, int n) {
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1 but was " + n);
        }
        if (raters < options.leastRaters()) {
            return PeopleAnswer.notYet(
                    "People with your taste are looked for as soon as %,d listeners have rated %,d songs each; so far %,d have."
                            .formatted(options.leastRaters(), options.leastRatings(), raters));
        }
        OptionalInt row = scores.row(listener);
        int rated = row.isPresent() ? scores.songsOf(row.getAsInt()).length : 0;
        if (rated < options.leastRatings()) {
            return PeopleAnswer.notYet("Rate %,d songs to find people with your taste; so far you rated %,d."
                    .formatted(options.leastRatings(), rated));
        }
        List<PeopleSuggestion> songs = songs(row.getAsInt(), n);
        return songs.isEmpty()
                ? PeopleAnswer.notYet("Nobody with your taste has rated a song that you have not; rate more songs.")
                : new PeopleAnswer(songs, Optional.empty());
    }

    private List<PeopleSuggestion> songs(int row, int n) {
        double[] weighted = new double[scores.songs()];
        double[] weight = new double[scores.songs()];
        int[] people = new int[scores.songs()];
        for (Peer peer : peers(row)) {
            int[] theirs = scores.songsOf(peer.neighbor());
            double[] surprises = scores.surprisesOf(peer.neighbor());
            for (int i = 0; i < theirs.length; i++) {
                weighted[theirs[i]] += peer.similarity() * surprises[i];
                weight[theirs[i]] += peer.similarity();
                people[theirs[i]]++;
            }
        }
        for (int known : scores.songsOf(row)) {
            people[known] = 0;
        }
        List<PeopleSuggestion> songs = new ArrayList<>();
        for (int song = 0; song < people.length; song++) {
            if (people[song] >= options.support()) {
                double score = scores.expected(row, song) + weighted[song] / (weight[song] + WEIGHT_SHRINKAGE);
                songs.add(new PeopleSuggestion(scores.song(song), Math.clamp(score, 0, Opinion.BEST), people[song]));
            }
        }
        songs.sort(
                Comparator.comparingDouble(PeopleSuggestion::score).reversed().thenComparing(PeopleSuggestion::song));
        return songs.subList(0, Math.min(n, songs.size()));
    }

    private List<Peer> peers(int row) {
        return IntStream.range(0, scores.listeners())
                .filter(other -> other != row && scores.songsOf(other).length >= options.leastRatings())
                .mapToObj(other -> new Peer(other, scores.similarity(row, other, options.shrinkage())))
                .filter(peer -> peer.similarity() > 0)
                .sorted(Comparator.comparingDouble(Peer::similarity).reversed().thenComparing(Peer::neighbor))
                .limit(options.neighbors())
                .toList();
    }
}
