package segue.page.songs;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import segue.catalog.Catalog;
import segue.neighbors.Backend;
import segue.neighbors.Metric;
import segue.neighbors.simd.SimdSupport;
import segue.page.server.ApiError;
import segue.page.server.Endpoints;
import segue.page.server.Paths;
import segue.page.server.Query;
import segue.recommend.Recommendation;
import segue.recommend.Recommender;
import segue.recommend.Request;
import segue.recommend.SongSearch;

/** Search and recommendations. */
public final class SongEndpoints implements Endpoints {
    public static final int MAX_ID_CHARACTERS = 200;
    private static final int MAX_LIMIT = 50;
    private static final int DEFAULT_LIMIT = 10;
    private static final int DEFAULT_N = 10;

    private final Catalog catalog;
    private final SongSearch search;
    private final Recommender recommender;

    private final TunedRecommenders tuned;

    public SongEndpoints(Recommender recommender, SongSearch search, TunedRecommenders tuned) {
        this.tuned = tuned;
        this.recommender = recommender;
        this.search = search;
        this.catalog = recommender.catalog();
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
        List<Answers.Row> rows = hits.stream()
                .map(hit -> Answers.Row.of(catalog.track(hit.row())))
                .toList();
        return new Answers.Search(text, rows, micros);
    }

    /** What answers with recommendations; parameters are read at once, since the work is done by another thread. */
    Callable<Answers.Recommend> recommend(Context ctx) {
        Query query = Query.of(ctx, Set.of("id", "n", "metric", "backend", "dissimilar", "weights"));
        String id = query.required("id", MAX_ID_CHARACTERS, "Take an id from /api/search?q=words.");
        int n = query.integer("n", 1, Request.MAX_N, DEFAULT_N);
        Metric metric = query.choice("metric", Metric::parse, Metric.EUCLIDEAN);
        Backend backend = query.choice("backend", Backend::parse, Backend.AUTO);
        boolean dissimilar = query.flag("dissimilar");
        reasonAgainst(backend).ifPresent(reason -> {
            throw new ApiError(
                    400,
                    "backend_unavailable",
                    "backend %s cannot be used here: %s".formatted(backend.label(), reason),
                    "Leave backend out, or see /api/status for those there are.");
        });
        SongMethod.Weights weights = query.choice("weights", SongMethod.Weights::parse, SongMethod.Weights.NONE);
        int row = rowOf(catalog, id);
        Request request =
                Request.of(row).withN(n).withMetric(metric).withBackend(backend).withDissimilar(dissimilar);
        if (weights == SongMethod.Weights.NONE) {
            return () -> recommend(recommender, weights, row, request);
        }
        Recommender own = tuned.of(ctx, weights);
        // Neither trees nor the card's memory are for one visitor; every exact back end has the same answer.
        return () -> recommend(own, weights, row, request.withBackend(Backend.AUTO.resolve()));
    }

    private Answers.Recommend recommend(Recommender recommender, SongMethod.Weights weights, int row, Request request) {
        Metric metric = request.metric();
        boolean dissimilar = request.dissimilar();
        long started = System.nanoTime();
        List<Recommendation> found = recommender.recommend(request);
        long micros = microsSince(started);
        String backend = recommender.index(metric, request.backend()).backend().label();
        List<Answers.Result> results = new ArrayList<>(found.size());
        for (Recommendation one : found) {
            results.add(Answers.Result.of(
                    results.size() + 1,
                    one,
                    metric,
                    dissimilar,
                    catalog.space().columns().size()));
        }
        return new Answers.Recommend(
                Answers.Song.of(catalog.track(row)),
                results,
                metric.label(),
                backend,
                dissimilar,
                request.n(),
                micros,
                SongMethod.of(request, recommender.space(), weights).name());
    }

    @Override
    public Map<String, Object> status() {
        Map<String, Object> status = new LinkedHashMap<>();
        status.put("catalog", new Answers.CatalogStatus(catalog.source(), catalog.size()));
        status.put(
                "backends",
                Arrays.stream(Backend.values()).map(Answers.BackendStatus::of).toList());
        status.put("defaultBackend", Backend.AUTO.resolve().label());
        status.put("metrics", Arrays.stream(Metric.values()).map(Metric::label).toList());
        status.put("simdBits", SimdSupport.vectorBits());
        status.put("jdk", Runtime.version().toString());
        return status;
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
