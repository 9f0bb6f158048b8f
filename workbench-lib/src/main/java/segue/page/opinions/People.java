package segue.page.opinions;

import io.javalin.http.Context;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import segue.feedback.FeedbackStore;
import segue.feedback.GivenRating;
import segue.feedback.Listener;
import segue.feedback.Rating;
import segue.feedback.people.PeopleOptions;
import segue.feedback.people.PeopleRecommender;

/**
 * Everybody's ratings as of a moment ago, ready to find people with the same taste. Reading them takes longer the more there
 * are, so it is done at most a twentieth of the time.
 */
final class People {
    private static final long LONGEST_NANOS = 30_000_000_000L;
    private static final long COST_FACTOR = 20;

    private final Ledger ledger;
    private Snapshot last;
    private long changes;
    private long deletions;

    /**
     * @param changes that were known when it was read
     * @param cost of making it, in nanoseconds
     */
    private record Snapshot(PeopleRecommender people, long changes, long at, long cost) {}

    People(Ledger ledger) {
        this.ledger = ledger;
        ledger.watch(this::changed);
    }

    private synchronized void changed(Listener listener, boolean deleted) {
        changes++;
        if (deleted) {
            last = null;
            deletions++;
        }
    }

    /** @param computed has the rest computed by a worker, once the database has answered */
    PeopleRecommender now(Context ctx, Function<Callable<PeopleRecommender>, PeopleRecommender> computed) {
        long began = System.nanoTime();
        long known;
        long deletionsKnown;
        synchronized (this) {
            long age = last == null ? Long.MAX_VALUE : began - last.at();
            if (last != null && age < LONGEST_NANOS && (changes == last.changes() || age < COST_FACTOR * last.cost())) {
                return last.people();
            }
            known = changes;
            deletionsKnown = deletions;
        }
        List<GivenRating> ratings = ledger.ask(ctx, FeedbackStore::currentRatings);
        List<Rating> counted = ratings.stream().map(GivenRating::rating).toList();
        PeopleRecommender people = computed.apply(() -> PeopleRecommender.of(counted, PeopleOptions.defaults()));
        synchronized (this) {
            long end = System.nanoTime();
            if (deletions == deletionsKnown && (last == null || last.changes() <= known)) {
                last = new Snapshot(people, known, end, end - began);
            }
        }
        return people;
    }
}
