package segue.page.dashboard;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import segue.catalog.Catalog;
import segue.chart.opinion.FeedbackBoard;
import segue.chart.opinion.OpinionPicture;
import segue.feedback.FeedbackReports;
import segue.feedback.FeedbackStore;
import segue.feedback.MeanInterval;
import segue.feedback.MethodScore;
import segue.page.opinions.Ledger;
import segue.page.server.Endpoints;
import segue.page.server.Paths;
import segue.page.server.Query;

/** {@code /api/dashboard}: what all listeners said, in pictures and numbers. */
public final class DashboardEndpoints implements Endpoints {
    /** So long an answer is kept, since it reads every rating: 1.7 s of processor time for 100,000. */
    private static final Duration FRESH = Duration.ofSeconds(15);

    private final Catalog songs;
    private final Ledger ledger;
    private final Clock clock;
    private final ReentrantLock making = new ReentrantLock();
    private volatile Kept kept;

    public DashboardEndpoints(Catalog songs, Ledger ledger, Clock clock) {
        this.songs = songs;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public void addTo(Paths paths) {
        paths.get("/api/dashboard", ctx -> {
            Query.of(ctx, Set.of());
            Kept last = kept;
            Paths.sendJson(ctx, isFresh(last) ? last.dashboard() : ledger.ask(ctx, this::dashboard));
        });
    }

    /**
     * What is sent.
     *
     * @param lastActivity a sentence
     * @param scores of every method that was rated
     */
    private record Dashboard(String asOf, String lastActivity, List<Picture> pictures, List<Score> scores) {}

    /**
     * @param description what is to be seen, in words
     * @param svg without styles of its own; it takes the page's colours
     */
    private record Picture(String name, String title, String description, String svg) {
        static Picture of(OpinionPicture picture) {
            return new Picture(picture.name(), picture.chart().getTitle(), picture.description(), picture.inlineSvg());
        }
    }

    private record Score(String method, Mean score, Mean likes) {
        static Score of(MethodScore of) {
            return new Score(of.method(), Mean.of(of.scores()), Mean.of(of.likes()));
        }
    }

    /** A mean with its 95 % interval; null where there is none. */
    private record Mean(Double mean, Double low, Double high, int values, int listeners) {
        static Mean of(MeanInterval interval) {
            return new Mean(
                    orNull(interval.mean()),
                    orNull(interval.low()),
                    orNull(interval.high()),
                    interval.values(),
                    interval.listeners());
        }

        private static Double orNull(double value) {
            return Double.isNaN(value) ? null : value;
        }
    }

    private record Kept(Dashboard dashboard, Instant at) {}

    private boolean isFresh(Kept last) {
        return last != null && clock.instant().isBefore(last.at().plus(FRESH));
    }

    /** One makes it anew; who asks meanwhile gets the last one, if there is any, and holds up no thread of the database. */
    private Dashboard dashboard(FeedbackStore store) {
        Kept before = kept;
        if (!making.tryLock()) {
            if (before != null) {
                return before.dashboard();
            }
            making.lock();
        }
        try {
            if (!isFresh(kept)) {
                kept = made(store);
            }
            return kept.dashboard();
        } finally {
            making.unlock();
        }
    }

    private Kept made(FeedbackStore store) {
        FeedbackReports reports = store.reports();
        FeedbackBoard board = FeedbackBoard.of(reports, songs, clock);
        Dashboard dashboard = new Dashboard(
                board.asOf().toString(),
                board.lastActivity(),
                board.pictures().stream().map(Picture::of).toList(),
                reports.scoresByMethod().stream().map(Score::of).toList());
        return new Kept(dashboard, board.asOf());
    }
}
