package segue.page.opinions;

import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import segue.catalog.Catalog;
import segue.feedback.Listener;
import segue.feedback.MeanInterval;
import segue.feedback.Opinion;
import segue.feedback.Trial;
import segue.feedback.TrialAnswer;
import segue.feedback.TrialScore;
import segue.page.server.ApiError;
import segue.page.server.Endpoints;
import segue.page.server.Json;
import segue.page.server.Paths;
import segue.page.songs.SongEndpoints;
import segue.page.songs.SongMethod;

/**
 * Blind comparisons: what two methods recommend for a song, side by side, named only once the visitor has answered. Until then
 * nothing is sent by which they could be told apart: no scores, no distances, no reasons, and the sides are a coin's.
 */
final class TrialEndpoints implements Endpoints {
    private static final int LONGEST_METHOD = 64;

    private final Catalog catalog;
    private final Ledger ledger;
    private final BlindLists lists;

    TrialEndpoints(Catalog catalog, Ledger ledger, BlindLists lists) {
        this.catalog = catalog;
        this.ledger = ledger;
        this.lists = lists;
    }

    @Override
    public void addTo(Paths paths) {
        paths.post("/api/trials", this::start);
        paths.post("/api/trials/answers", this::answer);
    }

    /**
     * What is asked for.
     *
     * @param asked id of the song to compare by
     * @param a name of a method; left out for any
     * @param b name of another
     */
    record Wanted(String asked, String a, String b) {}

    /** The two lists, without the methods' names. */
    record Shown(String id, SongLine asked, List<SongLine> left, List<SongLine> right) {}

    private void start(Context ctx) {
        ledger.requireOn();
        Wanted wanted = Json.body(ctx, Wanted.class);
        String asked = Bodies.required(
                "asked", wanted.asked(), SongEndpoints.MAX_ID_CHARACTERS, "Take an id from /api/search?q=words.");
        int row = SongEndpoints.rowOf(catalog, asked);
        Listener listener = ledger.sender(ctx);
        BlindLists.Pair pair = lists.draw(ctx, row, method("a", wanted.a()), method("b", wanted.b()));
        Trial trial = ledger.ask(
                ctx,
                store -> store.startTrial(
                        listener, asked, pair.one().name(), pair.other().name()));
        Paths.sendJson(
                ctx,
                new Shown(
                        trial.id(),
                        SongLine.of(catalog.track(row)),
                        pair.songs().get(trial.leftMethod()),
                        pair.songs().get(trial.rightMethod())));
    }

    private static Optional<String> method(String name, String given) {
        return given == null
                ? Optional.empty()
                : Optional.of(Bodies.required(name, given, LONGEST_METHOD, "Leave it out for any."));
    }

    /** Which side is better; both and neither are no preference. */
    enum Preferred {
        LEFT,
        RIGHT,
        BOTH,
        NEITHER
    }

    /**
     * What the visitor says.
     *
     * @param preferred left, right, both or neither; left out, the scores say it
     * @param leftScore 0 to 10; both are given, or none
     */
    record Said(String id, String preferred, Integer leftScore, Integer rightScore) {}

    private void answer(Context ctx) {
        ledger.requireOn();
        Said said = Json.body(ctx, Said.class);
        String id = Bodies.required("id", said.id(), 64, "It came with the two lists.");
        TrialAnswer answer = answer(said);
        Listener listener = ledger.sender(ctx);
        Trial trial = ledger.ask(ctx, store -> {
            try {
                return store.answerTrial(listener, id, answer);
            } catch (IllegalArgumentException unknown) {
                throw new ApiError(
                        404, "unknown_trial", "There is no such comparison of yours.", "Begin one at /trial.");
            }
        });
        List<TrialScore> all = ledger.ask(ctx, store -> store.reports().trials());
        Paths.sendJson(ctx, revealed(trial, all));
    }

    private static TrialAnswer answer(Said said) {
        OptionalInt left = score("leftScore", said.leftScore());
        OptionalInt right = score("rightScore", said.rightScore());
        if (left.isPresent() != right.isPresent()) {
            throw Bodies.wrong("Only one side has a score.", "Score both, or neither.");
        }
        if (said.preferred() == null) {
            if (left.isEmpty()) {
                throw Bodies.wrong("preferred is missing.", "It is one of left, right, both, neither.");
            }
            return TrialAnswer.ofScores(left.getAsInt(), right.getAsInt());
        }
        TrialAnswer.Side side =
                switch (Bodies.oneOf("preferred", said.preferred(), Preferred.class, "left, right, both, neither")) {
                    case LEFT -> TrialAnswer.Side.LEFT;
                    case RIGHT -> TrialAnswer.Side.RIGHT;
                    case BOTH, NEITHER -> TrialAnswer.Side.NEITHER;
                };
        boolean turned = left.isPresent()
                && (side == TrialAnswer.Side.LEFT && left.getAsInt() < right.getAsInt()
                        || side == TrialAnswer.Side.RIGHT && right.getAsInt() < left.getAsInt());
        if (turned) {
            throw Bodies.wrong(
                    "The side that is preferred has the lower score.", "Change the preference or the scores.");
        }
        return new TrialAnswer(side, left, right);
    }

    private static OptionalInt score(String name, Integer given) {
        if (given != null && (given < 0 || given > Opinion.BEST)) {
            throw Bodies.wrong("%s must be in [0, 10] but was %d.".formatted(name, given), "10 is the best.");
        }
        return given == null ? OptionalInt.empty() : OptionalInt.of(given);
    }

    /**
     * A mean of scores with its 95 % interval.
     *
     * @param mean {@code null} where nobody gave a score
     * @param low {@code null} where there are fewer than two
     * @param overListeners whether it tells about other listeners, not only about more songs of these
     */
    record Average(Double mean, Double low, Double high, int scores, int listeners, boolean overListeners) {
        static Average of(MeanInterval interval) {
            return new Average(
                    interval.values() == 0 ? null : interval.mean(),
                    interval.hasInterval() ? interval.low() : null,
                    interval.hasInterval() ? interval.high() : null,
                    interval.values(),
                    interval.listeners(),
                    interval.isOverListeners());
        }
    }

    /** @param preferred how often it was, in trials of these two */
    record Side(String method, String label, int preferred, Average average) {}

    /**
     * Who was who, and what all trials of these two say so far.
     *
     * @param preferred the answer that stands: left, right or neither
     * @param neither trials without a preference
     * @param difference of the scores, left less right, trial by trial: -10 to 10
     * @param decided whether the difference is surely not 0
     */
    record Revealed(
            String id,
            String preferred,
            Integer leftScore,
            Integer rightScore,
            Side left,
            Side right,
            int neither,
            Average difference,
            boolean decided) {}

    private static Revealed revealed(Trial trial, List<TrialScore> all) {
        boolean inOrder = trial.leftMethod().compareTo(trial.rightMethod()) < 0;
        String first = inOrder ? trial.leftMethod() : trial.rightMethod();
        String second = inOrder ? trial.rightMethod() : trial.leftMethod();
        TrialScore score = all.stream()
                .filter(one -> one.method().equals(first) && one.other().equals(second))
                .findFirst()
                .orElseThrow();
        Side one = side(first, score.preferMethod(), score.scores());
        Side other = side(second, score.preferOther(), score.otherScores());
        TrialAnswer answer = trial.answer().orElseThrow();
        return new Revealed(
                trial.id(),
                answer.preferred().name().toLowerCase(Locale.ROOT),
                answer.leftScore().isPresent() ? answer.leftScore().getAsInt() : null,
                answer.rightScore().isPresent() ? answer.rightScore().getAsInt() : null,
                inOrder ? one : other,
                inOrder ? other : one,
                score.preferNeither(),
                Average.of(inOrder ? score.difference() : turned(score.difference())),
                score.isDecided());
    }

    private static Side side(String method, int preferred, MeanInterval scores) {
        return new Side(method, SongMethod.parse(method).label(), preferred, Average.of(scores));
    }

    private static MeanInterval turned(MeanInterval interval) {
        return new MeanInterval(
                -interval.mean(), -interval.high(), -interval.low(), interval.values(), interval.listeners());
    }
}
