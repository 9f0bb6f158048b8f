package segue.page.opinions;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import segue.catalog.Catalog;
import segue.feedback.GivenRating;
import segue.feedback.Listener;
import segue.feedback.Opinion;
import segue.feedback.Rating;
import segue.page.server.ApiError;
import segue.page.server.Endpoints;
import segue.page.server.Json;
import segue.page.server.Paths;
import segue.page.server.Query;
import segue.page.songs.SongEndpoints;
import segue.page.songs.SongMethod;

/** Likes, dislikes and scores of recommendations: stored once for each key, and told to whoever gave them. */
final class RatingEndpoints implements Endpoints {
    private static final String PATH = "/api/ratings";
    private static final int MOST_LISTED = 5_000;
    private static final int LONGEST_METHOD = 64;

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{16,64}");
    /** Ways to recommend that are not by the sound of songs in the catalogue; what follows them is theirs to name. */
    private static final Pattern OTHER_METHOD = Pattern.compile("(people|recording|tastes)(/[a-z0-9.-]+)*");

    private final Catalog catalog;
    private final Ledger ledger;

    RatingEndpoints(Catalog catalog, Ledger ledger) {
        this.catalog = catalog;
        this.ledger = ledger;
    }

    @Override
    public void addTo(Paths paths) {
        paths.get(PATH, this::list);
        paths.post(PATH, this::rate);
    }

    /**
     * What is posted.
     *
     * @param key made by the sender, once a rating, and sent again with every further try
     * @param asked id of the song that was asked about; empty where there was none
     * @param song id of the song that was recommended
     * @param method as the recommendations say it
     * @param opinion like, dislike, score or withdrawn
     * @param score 0 to 10, only of a score
     */
    record Given(String key, String asked, String song, String method, String opinion, Integer score) {}

    /** @param stored false where an earlier try had stored it */
    record Stored(boolean stored) {}

    private void rate(Context ctx) {
        ledger.requireOn();
        Given given = Json.body(ctx, Given.class);
        String key = Bodies.required("key", given.key(), 64, "Make a new one for each rating.");
        if (!KEY.matcher(key).matches()) {
            throw Bodies.wrong(
                    "key must be 16 to 64 letters, digits, - or _ but was %s.".formatted(Query.shown(key)),
                    "Make a new one for each rating, and send it again with every further try.");
        }
        String song = song("song", given.song());
        String asked = given.asked() == null || given.asked().isEmpty() ? "" : song("asked", given.asked());
        String method = method(given.method(), asked);
        Opinion opinion = opinion(given.opinion(), given.score());
        Listener listener = ledger.sender(ctx);
        Rating rating = rating(listener, asked, song, method, opinion);
        boolean stored = ledger.ask(ctx, store -> {
            try {
                return store.rate(key, rating);
            } catch (IllegalArgumentException used) {
                throw new ApiError(
                        409, "key_used", "This key was used for another rating.", "Make a new one for each rating.");
            }
        });
        ledger.changed(listener, false);
        Paths.sendJson(ctx, new Stored(stored));
    }

    private static Rating rating(Listener listener, String asked, String song, String method, Opinion opinion) {
        try {
            return new Rating(listener, asked, song, method, opinion);
        } catch (IllegalArgumentException wrong) {
            throw Bodies.refused(wrong);
        }
    }

    private String song(String name, String id) {
        Bodies.required(name, id, SongEndpoints.MAX_ID_CHARACTERS, "Take the id from /api/recommend.");
        SongEndpoints.rowOf(catalog, id);
        return id;
    }

    private static String method(String method, String asked) {
        String hint = "Take it from the answer of /api/recommend, where it is called method.";
        Bodies.required("method", method, LONGEST_METHOD, hint);
        if (OTHER_METHOD.matcher(method).matches()) {
            return method;
        }
        try {
            SongMethod.parse(method);
        } catch (IllegalArgumentException unknown) {
            throw Bodies.wrong("Nothing here recommends by the method %s.".formatted(Query.shown(method)), hint);
        }
        if (asked.isEmpty()) {
            throw Bodies.wrong("asked is missing.", "It is the id of the song that was asked about.");
        }
        return method;
    }

    private static Opinion opinion(String kind, Integer score) {
        Opinion.Kind said = Bodies.oneOf("opinion", kind, Opinion.Kind.class, "like, dislike, score, withdrawn");
        if ((said == Opinion.Kind.SCORE) != (score != null)) {
            throw Bodies.wrong(
                    score == null ? "score is missing." : "score goes with the opinion score only.",
                    "Send a score from 0 to 10 with it, and none with the others.");
        }
        if (score != null && (score < 0 || score > Opinion.BEST)) {
            throw Bodies.wrong("score must be in [0, 10] but was %d.".formatted(score), "10 is the best.");
        }
        return switch (said) {
            case LIKE -> Opinion.LIKE;
            case DISLIKE -> Opinion.DISLIKE;
            case SCORE -> Opinion.score(score);
            case WITHDRAWN -> Opinion.WITHDRAWN;
        };
    }

    /** A rating that counts. */
    record Mine(String asked, String song, String method, String opinion, Integer score, String at) {
        static Mine of(GivenRating given) {
            Rating rating = given.rating();
            return new Mine(
                    rating.askedSong(),
                    rating.song(),
                    rating.method(),
                    rating.opinion().kind().name().toLowerCase(Locale.ROOT),
                    rating.opinion().score().isPresent()
                            ? rating.opinion().score().getAsInt()
                            : null,
                    given.at().toString());
        }
    }

    /** The visitor's ratings that count, the latest first. */
    record AllMine(List<Mine> ratings) {}

    private void list(Context ctx) {
        Query.of(ctx, Set.of());
        Listener listener = ledger.reader(ctx);
        List<GivenRating> all = ledger.ask(ctx, store -> store.ratings(listener));
        Paths.sendJson(
                ctx,
                new AllMine(current(all).reversed().stream()
                        .limit(MOST_LISTED)
                        .map(Mine::of)
                        .toList()));
    }

    /** What was said last of each recommendation, in the order of arrival, without what was taken back. */
    static List<GivenRating> current(List<GivenRating> all) {
        Map<List<String>, GivenRating> last = new LinkedHashMap<>();
        for (GivenRating given : all) {
            Rating rating = given.rating();
            List<String> place = List.of(rating.askedSong(), rating.song(), rating.method());
            last.remove(place);
            last.put(place, given);
        }
        List<GivenRating> current = new ArrayList<>(last.values());
        current.removeIf(given -> given.rating().opinion().kind() == Opinion.Kind.WITHDRAWN);
        return current;
    }
}
