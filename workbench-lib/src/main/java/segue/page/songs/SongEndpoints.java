package segue.page.songs;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import segue.catalog.Catalog;
import segue.neighbors.Backend;
import segue.neighbors.Metric;
import segue.neighbors.simd.SimdSupport;
import segue.page.server.ApiError;
import segue.page.server.Endpoints;
import segue.page.server.Paths;
import segue.page.server.Query;
import segue.recommend.Range;
import segue.recommend.Recommendations;
import segue.recommend.Recommender;
import segue.recommend.Request;
import segue.recommend.SongSearch;

/** Search and recommendations. */
public final class SongEndpoints implements Endpoints {
    public static final int MAX_ID_CHARACTERS = 200;
    private static final int MAX_LIMIT = 50;
    private static final int DEFAULT_LIMIT = 10;
    private static final int EXAMPLES = 3;

    private final Catalog catalog;
    private final SongSearch search;
    private final Recommender recommender;
    private final Answers.CatalogStatus songs;
    private final List<Answers.Row> examples;

    private final TunedRecommenders tuned;

    public SongEndpoints(Recommender recommender, SongSearch search, TunedRecommenders tuned) {
        this.tuned = tuned;
        this.recommender = recommender;
        this.search = search;
        this.catalog = recommender.catalog();
        this.songs = songs(catalog);
        this.examples = Examples.of(recommender.ruleBook(), EXAMPLES).stream()
                .map(Answers.Row::of)
                .toList();
    }

    @Override
    public void addTo(Paths paths) {
        paths.getWorked("/api/search", this::search);
        paths.getWorked("/api/recommend", this::recommend);
    }

    /** What answers a search; parameters are read at once, since the work is done by another thread. */
    Callable<Answers.Search> search(Context ctx) {
        Query query = Query.of(ctx, Set.of("q", "limit"));
        String text = query.required("q", SongSearch.MAX_TEXT, "Ask for /api/search?q=words.");
        int limit = query.integer("limit", 1, MAX_LIMIT, DEFAULT_LIMIT);
        return () -> search(text, limit);
    }

    private Answers.Search search(String text, int limit) {
        long started = System.nanoTime();
        List<SongSearch.Hit> hits = search.find(text, limit);
        long micros = microsSince(started);
        return new Answers.Search(
                text, hits.stream().map(hit -> catalog.track(hit.row())).toList(), micros);
    }

    /** What answers with recommendations; parameters are read at once, since the work is done by another thread. */
    Callable<Answers.Recommend> recommend(Context ctx) {
        RecommendQuery query = RecommendQuery.of(ctx, catalog);
        if (query.weights() == SongMethod.Weights.NONE) {
            return () -> recommend(recommender, query, query.request());
        }
        Recommender own = tuned.of(ctx, query.weights());
        // Neither trees nor the card's memory are for one visitor; every exact back end has the same answer.
        return () -> recommend(own, query, query.request().withBackend(Backend.AUTO.resolve()));
    }

    private Answers.Recommend recommend(Recommender recommender, RecommendQuery query, Request request) {
        long started = System.nanoTime();
        Recommendations found = recommender.recommend(request);
        long micros = microsSince(started);
        return new Answers.Recommend(
                Stream.concat(Stream.of(query.start()), query.more().stream())
                        .map(catalog::track)
                        .toList(),
                query.less().stream().map(catalog::track).toList(),
                found,
                recommender.index(request.metric(), request.backend()).backend().label(),
                catalog.space().columns().size(),
                micros,
                SongMethod.of(request, recommender.space(), query.weights()));
    }

    @Override
    public Map<String, Object> status() {
        Map<String, Object> status = new LinkedHashMap<>();
        status.put("catalog", songs);
        status.put("examples", examples);
        status.put(
                "backends",
                Arrays.stream(Backend.values()).map(Answers.BackendStatus::of).toList());
        status.put("defaultBackend", Backend.AUTO.resolve().label());
        status.put("metrics", Arrays.stream(Metric.values()).map(Metric::label).toList());
        status.put("simdBits", SimdSupport.vectorBits());
        status.put("jdk", Runtime.version().toString());
        return status;
    }

    private static Answers.CatalogStatus songs(Catalog catalog) {
        IntSummaryStatistics years = catalog.tracks().stream()
                .flatMapToInt(track -> track.year().stream())
                .summaryStatistics();
        return new Answers.CatalogStatus(
                catalog.source(),
                catalog.size(),
                years.getCount() == 0 ? null : Range.of(years.getMin(), years.getMax()),
                catalog.tracks().stream().anyMatch(track -> track.explicit().isPresent()),
                catalog.tracks().stream().anyMatch(track -> track.popularity().isPresent()));
    }

    /** @throws ApiError 404, if no song has this id */
    public static int rowOf(Catalog catalog, String id) {
        return catalog.rowOf(id)
                .orElseThrow(() -> new ApiError(
                        404,
                        "unknown_id",
                        "No song here has the id %s.".formatted(Query.shown(id)),
                        "Take an id from /api/search?q=words; the page may have been started with another catalogue."));
    }

    /** Why the page does not search by it, one sentence; empty where it does. */
    public static Optional<String> reasonAgainst(Backend backend) {
        return backend == Backend.HNSW
                ? Optional.of("Its graph takes longer to build than a request may;"
                        + " ./segue recommend --backend hnsw has the time.")
                : backend.unavailableReason();
    }

    private static long microsSince(long started) {
        return (System.nanoTime() - started) / 1_000;
    }
}
