package segue.digest;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import segue.catalog.Catalog;
import segue.catalog.TextKey;
import segue.feedback.FeedbackReports;
import segue.feedback.FeedbackStore;
import segue.feedback.GivenRating;
import segue.feedback.Listener;
import segue.feedback.Play;
import segue.feedback.Rating;
import segue.feedback.TypedSearch;
import segue.recommend.SongSearch;

/**
 * What a listener has searched, rated and played, as songs of a catalogue.
 *
 * @param occasions to recommend from, the weightiest first, every song once; what is disliked is none
 * @param known rows of songs that need not be recommended: searched, rated in any way, or played
 */
record Listening(List<Occasion> occasions, Set<Integer> known) {
    private static final int SEARCHES_LOOKED_AT = 200;
    private static final int PLAYS_LOOKED_AT = 10_000;
    /** From this score on a search has found every word that was typed, mistakes forgiven. */
    private static final double FOUND = 1;
    /** A page may note what stands in its field while somebody is still typing. */
    private static final Duration STILL_TYPING = Duration.ofSeconds(60);

    private static final int RATING_LASTS = 4;
    private static final double SCORE_OF_INDIFFERENCE = 5;

    static Listening of(
            FeedbackStore store, Listener listener, Catalog catalog, SongSearch search, int halfLifeDays, Instant now) {
        Map<Integer, Occasion> occasions = new LinkedHashMap<>();
        Set<Integer> known = new HashSet<>();
        Set<Integer> disliked = new HashSet<>();
        TypedSearch later = null;
        for (TypedSearch one : store.searches(listener, SEARCHES_LOOKED_AT)) {
            if (later == null || !isBegunOf(one, later)) {
                double weight = recency(one.at(), now, halfLifeDays);
                found(search, one.typed())
                        .ifPresent(row -> add(occasions, Occasion.searched(row, weight, one.typed())));
            }
            later = one;
        }
        for (GivenRating given : lastRatings(store.ratings(listener))) {
            OptionalInt row = catalog.rowOf(given.rating().song());
            OptionalInt score = given.rating().opinion().asScore();
            if (row.isEmpty() || score.isEmpty()) {
                continue;
            }
            known.add(row.getAsInt());
            if (score.getAsInt() < SCORE_OF_INDIFFERENCE) {
                disliked.add(row.getAsInt());
            } else if (score.getAsInt() >= FeedbackReports.LIKED_FROM) {
                double weight = (score.getAsInt() - SCORE_OF_INDIFFERENCE)
                        / SCORE_OF_INDIFFERENCE
                        * recency(given.at(), now, RATING_LASTS * halfLifeDays);
                add(
                        occasions,
                        Occasion.liked(row.getAsInt(), weight, given.rating().opinion()));
            }
        }
        known.addAll(occasions.keySet());
        for (Play play : store.plays(listener, PLAYS_LOOKED_AT)) {
            catalog.rowOf(play.song()).ifPresent(known::add);
        }
        disliked.forEach(occasions::remove);
        List<Occasion> weightiest = occasions.values().stream()
                .sorted(Comparator.comparingDouble(Occasion::weight).reversed().thenComparing(Occasion::row))
                .toList();
        return new Listening(weightiest, Set.copyOf(known));
    }

    private static void add(Map<Integer, Occasion> occasions, Occasion occasion) {
        occasions.merge(occasion.row(), occasion, Occasion::and);
    }

    private static OptionalInt found(SongSearch search, String typed) {
        return search.find(typed, 1).stream()
                .filter(hit -> hit.score() >= FOUND)
                .mapToInt(SongSearch.Hit::row)
                .findFirst();
    }

    private static boolean isBegunOf(TypedSearch one, TypedSearch later) {
        return Duration.between(one.at(), later.at()).compareTo(STILL_TYPING) <= 0
                && TextKey.of(later.typed()).startsWith(TextKey.of(one.typed()));
    }

    /** Of the ratings of one recommendation the last counts. */
    private static Collection<GivenRating> lastRatings(List<GivenRating> oldestFirst) {
        record Said(String asked, String song, String method) {}
        Map<Said, GivenRating> last = new LinkedHashMap<>();
        for (GivenRating given : oldestFirst) {
            Rating rating = given.rating();
            last.put(new Said(rating.askedSong(), rating.song(), rating.method()), given);
        }
        return last.values();
    }

    /** 1 now, a half after the half-life, a quarter after two. */
    private static double recency(Instant at, Instant now, int halfLifeDays) {
        double days = Math.max(0, Duration.between(at, now).toMillis())
                / (double) Duration.ofDays(1).toMillis();
        return Math.pow(2, -days / halfLifeDays);
    }
}
