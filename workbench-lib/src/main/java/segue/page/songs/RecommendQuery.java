package segue.page.songs;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import segue.catalog.Catalog;
import segue.neighbors.Backend;
import segue.neighbors.Metric;
import segue.page.server.ApiError;
import segue.page.server.Query;
import segue.recommend.NewArtists;
import segue.recommend.Range;
import segue.recommend.Request;
import segue.recommend.Rules;

/**
 * What one request for recommendations asks.
 *
 * @param start row of the song that is started from
 * @param more rows of further songs that count as a start, the first not among them
 * @param less rows of songs that there should be less of
 * @param request of all of these
 * @param weights whose ratings say how much each feature counts
 */
record RecommendQuery(int start, List<Integer> more, List<Integer> less, Request request, SongMethod.Weights weights) {
    private static final Set<String> PARAMETERS = Set.of(
            "id",
            "more",
            "less",
            "n",
            "metric",
            "backend",
            "dissimilar",
            "vary",
            "newArtists",
            "years",
            "explicit",
            "popularity",
            "weights");

    private static final int MOST_STEERING = 30;
    private static final int DEFAULT_N = 10;

    /** @throws ApiError 400, 404 or 414, naming the parameter that cannot be answered */
    static RecommendQuery of(Context ctx, Catalog catalog) {
        Query query = Query.of(ctx, PARAMETERS, Set.of("more", "less"));
        String id = query.required("id", SongEndpoints.MAX_ID_CHARACTERS, "Take an id from /api/search?q=words.");
        int n = query.integer("n", 1, Request.MAX_N, DEFAULT_N);
        Metric metric = query.choice("metric", Metric::parse, Metric.EUCLIDEAN);
        Backend backend = query.choice("backend", Backend::parse, Backend.AUTO);
        SongEndpoints.reasonAgainst(backend).ifPresent(reason -> {
            throw new ApiError(
                    400,
                    "backend_unavailable",
                    "backend %s cannot be used here: %s".formatted(backend.label(), reason),
                    "Leave backend out, or see /api/status for those there are.");
        });
        SongMethod.Weights weights = query.choice("weights", SongMethod.Weights::parse, SongMethod.Weights.NONE);
        boolean dissimilar = query.flag("dissimilar");
        double vary = query.share("vary");
        if (dissimilar && vary > 0) {
            throw wrong("vary chooses among the most similar songs: leave it out, or dissimilar.");
        }
        Rules rules = rules(query);
        List<Integer> less = rows(query, "less", catalog);
        List<Integer> more = rows(query, "more", catalog);
        int start = SongEndpoints.rowOf(catalog, id);
        if (less.contains(start) || more.stream().anyMatch(less::contains)) {
            throw wrong("less names a song that is started from: take it away from one of the two.");
        }
        List<Integer> seeds = Stream.concat(Stream.of(start), more.stream()).toList();
        Request request = Request.of(seeds)
                .withN(n)
                .withMetric(metric)
                .withBackend(backend)
                .withDissimilar(dissimilar)
                .withVariety(vary)
                .withRules(rules)
                .withLess(less);
        return new RecommendQuery(
                start, more.stream().filter(row -> row != start).toList(), less, request, weights);
    }

    private static Rules rules(Query query) {
        Rules rules = Rules.defaults();
        rules = query.flag("newArtists") ? rules.withNewArtists(NewArtists.defaults()) : rules;
        if (query.text("explicit").isPresent()) {
            rules = rules.withExplicit(query.flag("explicit"));
        }
        rules = range(query, "years", "1990-1999").map(rules::withYears).orElse(rules);
        Optional<Range> popularity = range(query, "popularity", "20-80");
        try {
            return popularity.map(rules::withPopularity).orElse(rules);
        } catch (IllegalArgumentException outside) {
            throw wrong(outside.getMessage() + ".");
        }
    }

    private static Optional<Range> range(Query query, String name, String example) {
        return query.choice(
                name,
                text -> {
                    try {
                        return Optional.of(Range.parse(text, example, Range::number));
                    } catch (IllegalArgumentException unreadable) {
                        String message = unreadable.getMessage();
                        throw new IllegalArgumentException(
                                name + (message.startsWith("must") ? " " : ": ") + message, unreadable);
                    }
                },
                Optional.empty());
    }

    private static List<Integer> rows(Query query, String name, Catalog catalog) {
        return query.texts(name, MOST_STEERING, SongEndpoints.MAX_ID_CHARACTERS).stream()
                .map(id -> SongEndpoints.rowOf(catalog, id))
                .distinct()
                .toList();
    }

    private static ApiError wrong(String message) {
        return new ApiError(400, "bad_parameter", message, "Change it in the address, or leave it out.");
    }
}
