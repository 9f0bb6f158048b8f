package segue.page.opinions;

import io.javalin.http.Context;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import segue.catalog.Catalog;
import segue.feedback.GivenRating;
import segue.feedback.Listener;
import segue.feedback.Rating;
import segue.page.server.ApiError;
import segue.page.server.Clients;
import segue.page.server.Workers;
import segue.page.songs.SongMethod;
import segue.page.songs.TunedRecommenders;
import segue.recommend.Recommender;
import segue.recommend.metric.FeatureWeights;
import segue.recommend.metric.ScoredPair;
import segue.recommend.metric.WeightOptions;

/**
 * What each feature counts for a listener, or for all of them, learned from ratings when it is asked for, and kept until the
 * ratings change. The recommenders that go with it share songs, points and rules with the page's; what each has of its own, an
 * index, is bounded: who was not asked for longest gives theirs up.
 */
final class Tastes implements TunedRecommenders {
    /** Whether ratings came by another process is looked after so often. */
    private static final long FRESH_NANOS = 30_000_000_000L;

    private static final int MOST_LEARNED = 1_000;
    private static final int LEAST_TUNED = 2;
    private static final int MOST_TUNED = 64;
    /** Of the heap, for indexes. */
    private static final int SHARE_OF_HEAP = 16;
    /** An index keeps a stretched copy of the points and arranges it for the search. */
    private static final int COPIES = 3;

    private static final WeightOptions OPTIONS = WeightOptions.defaults();
    private static final String EVERYBODY = "all";

    private final Recommender recommender;
    private final Ledger ledger;
    private final Workers workers;
    private final Clients clients;
    private final int mostTuned;
    private final Map<String, Taste> learned = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<String, Object> learning = new HashMap<>();
    private final Map<FeatureWeights, Recommender> tuned = new LinkedHashMap<>(16, 0.75f, true);

    /** @param at when, by {@link System#nanoTime}, these were the ratings */
    record Taste(List<ScoredPair> pairs, FeatureWeights weights, long at) {
        boolean isLearned() {
            return weights.strength().isPresent();
        }
    }

    Tastes(Recommender recommender, Ledger ledger, Workers workers, Clients clients) {
        this.recommender = recommender;
        this.ledger = ledger;
        this.workers = workers;
        this.clients = clients;
        long each = 4L * COPIES * recommender.points().values().length;
        this.mostTuned = Math.clamp(Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP / each, LEAST_TUNED, MOST_TUNED);
        ledger.watch(this::forget);
    }

    private synchronized void forget(Listener listener, boolean deleted) {
        Taste before = learned.remove(listener.id());
        learning.remove(listener.id());
        if (deleted) {
            if (before != null) {
                tuned.remove(before.weights());
            }
            learned.remove(EVERYBODY);
            learning.remove(EVERYBODY);
        }
    }

    /**
     * What was learned, or is learned now.
     *
     * @param whose MINE or ALL
     */
    Taste taste(Context ctx, SongMethod.Weights whose) {
        Optional<Listener> listener = Optional.of(ledger.reader(ctx)).filter(_ -> whose == SongMethod.Weights.MINE);
        String key = listener.map(Listener::id).orElse(EVERYBODY);
        Object turn = new Object();
        long now = System.nanoTime();
        Taste before;
        synchronized (this) {
            before = learned.get(key);
            if (before != null && now - before.at() < FRESH_NANOS) {
                return before;
            }
            learning.put(key, turn);
        }
        Taste taste = null;
        try {
            List<GivenRating> ratings = ledger.ask(
                    ctx,
                    store -> listener.map(one -> RatingEndpoints.current(store.ratings(one)))
                            .orElseGet(store::currentRatings));
            List<ScoredPair> pairs = pairs(recommender.catalog(), ratings);
            taste = before != null && before.pairs().equals(pairs)
                    ? new Taste(pairs, before.weights(), now)
                    : workers.answer(clients.of(ctx), () -> new Taste(pairs, fit(pairs), now));
            return taste;
        } finally {
            keep(key, turn, taste);
        }
    }

    /** Keeps what was learned, unless a rating came meanwhile. */
    private synchronized void keep(String key, Object turn, Taste taste) {
        if (learning.remove(key, turn) && taste != null) {
            learned.put(key, taste);
            if (learned.size() > MOST_LEARNED) {
                learned.remove(learned.keySet().iterator().next());
            }
        }
    }

    private FeatureWeights fit(List<ScoredPair> pairs) {
        return FeatureWeights.ofScores(recommender.space(), pairs, OPTIONS);
    }

    /** Of several opinions on the same pair of songs, by different methods, the last counts. */
    static List<ScoredPair> pairs(Catalog songs, List<GivenRating> current) {
        Map<List<String>, ScoredPair> pairs = new LinkedHashMap<>();
        for (GivenRating given : current) {
            Rating rating = given.rating();
            OptionalInt score = rating.opinion().asScore();
            OptionalInt asked = songs.rowOf(rating.askedSong());
            OptionalInt song = songs.rowOf(rating.song());
            if (score.isPresent() && asked.isPresent() && song.isPresent()) {
                pairs.put(
                        List.of(rating.listener().id(), rating.askedSong(), rating.song()),
                        new ScoredPair(asked.getAsInt(), song.getAsInt(), score.getAsInt()));
            }
        }
        return List.copyOf(pairs.values());
    }

    /** Why nothing was learned, one sentence; empty where something was. */
    static Optional<String> notYet(Taste taste, SongMethod.Weights whose) {
        boolean mine = whose == SongMethod.Weights.MINE;
        int pairs = taste.pairs().size();
        int least = 2 * OPTIONS.folds();
        if (taste.isLearned()) {
            return Optional.empty();
        }
        if (pairs < least) {
            return Optional.of("%s %d recommendations to have %s taste learned; so far %s rated %d."
                    .formatted(
                            mine ? "Rate" : "Together rate",
                            least,
                            mine ? "your" : "the common",
                            mine ? "you" : "all listeners",
                            pairs));
        }
        boolean alike =
                taste.pairs().stream().mapToDouble(ScoredPair::score).distinct().count() < 2;
        return Optional.of(
                alike
                        ? "All %,d ratings say the same, so nothing can be told apart by them; say also what does not fit."
                                .formatted(pairs)
                        : "%,d ratings do not surely say that one feature counts more than another; more may."
                                .formatted(pairs));
    }

    @Override
    public Recommender of(Context ctx, SongMethod.Weights weights) {
        Taste taste = taste(ctx, weights);
        notYet(taste, weights).ifPresent(reason -> {
            throw new ApiError(409, "no_taste_yet", reason, "Leave weights out until then.");
        });
        return tuned(taste.weights());
    }

    private synchronized Recommender tuned(FeatureWeights weights) {
        Recommender made = tuned.computeIfAbsent(
                weights,
                of -> recommender.weighted(
                        of.weights().stream().mapToDouble(weight -> weight).toArray()));
        if (tuned.size() > mostTuned) {
            tuned.remove(tuned.keySet().iterator().next());
        }
        return made;
    }
}
