package segue.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Function;

/** Which path answers what, and what every answer carries. */
final class Routes {
    /** The largest body of a request, however it is sent. */
    static final long MAX_BODY_BYTES = 64 * 1024;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CONTENT_SECURITY =
            "default-src 'self'; base-uri 'none'; form-action 'self'; object-src 'none'";

    private final Assets assets = new Assets();
    private final Api api;
    private final MapAnswers map;
    private final Workers workers;
    private final Clients clients;
    private final PageMetrics metrics;
    private final HostCheck hosts;
    private final OriginCheck origins;
    private final Set<String> paths = new TreeSet<>();

    Routes(
            Api api,
            MapAnswers map,
            Workers workers,
            Clients clients,
            PageMetrics metrics,
            HostCheck hosts,
            OriginCheck origins) {
        this.api = api;
        this.map = map;
        this.workers = workers;
        this.clients = clients;
        this.metrics = metrics;
        this.hosts = hosts;
        this.origins = origins;
    }

    /** Every path that answers, once they are added. */
    Set<String> paths() {
        return paths;
    }

    void addTo(RoutesConfig routes) {
        routes.before(this::beforeAll);
        for (Assets.Asset asset : assets.all()) {
            get(routes, asset.path(), asset::send);
        }
        // Nobody who is not ready gets here: while the page stops, Jetty answers 503.
        get(routes, "/health", ctx -> sendJson(ctx, new Answers.Health("ready")));
        get(routes, "/metrics", this::sendMetrics);
        get(routes, "/api/status", ctx -> sendJson(ctx, api.status(ctx, map.status())));
        get(routes, "/api/search", worked(api::search));
        get(routes, "/api/recommend", worked(api::recommend));
        get(routes, MapAnswers.PATH, map::answer);
        routes.exception(ApiError.class, (error, ctx) -> sendError(ctx, error));
        routes.error(404, this::notFound);
        routes.error(405, this::wrongMethod);
        routes.error(500, this::failed);
    }

    private void get(RoutesConfig routes, String path, Handler handler) {
        paths.add(path);
        routes.addHttpHandler(HandlerType.GET, path, handler);
        routes.addHttpHandler(HandlerType.HEAD, path, handler);
    }

    /** The work waits its turn; so does writing its answer as JSON, which takes as long. */
    private Handler worked(Function<Context, Callable<?>> work) {
        return ctx -> {
            Callable<?> answer = work.apply(ctx);
            send(ctx, workers.answer(clients.of(ctx), () -> json(answer.call())));
        };
    }

    private void sendMetrics(Context ctx) {
        ctx.header("Cache-Control", "no-store").contentType(PageMetrics.CONTENT_TYPE);
        ctx.result(metrics.text());
    }

    private void beforeAll(Context ctx) {
        ctx.header("Content-Security-Policy", CONTENT_SECURITY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cross-Origin-Resource-Policy", "same-origin");
        hosts.check(ctx.header("Host"));
        origins.check(ctx);
    }

    private void notFound(Context ctx) {
        if (!isAnswered(ctx)) {
            sendError(
                    ctx,
                    new ApiError(
                            404,
                            "not_found",
                            "There is nothing at %s.".formatted(Query.shown(ctx.path())),
                            "The page is at /, its data at /api/search, /api/recommend, /api/map and /api/status."));
        }
    }

    private void wrongMethod(Context ctx) {
        // Only GET and HEAD are ever registered.
        ctx.header("Allow", "GET, HEAD");
        sendError(
                ctx,
                new ApiError(
                        405,
                        "method_not_allowed",
                        "%s cannot be used at %s.".formatted(ctx.method(), Query.shown(ctx.path())),
                        "Use GET."));
    }

    private void failed(Context ctx) {
        sendError(ctx, failure());
    }

    static ApiError failure() {
        return new ApiError(
                500,
                "failed",
                "The page failed at this request; that is a fault of the page.",
                "The log has the details.");
    }

    private static boolean isAnswered(Context ctx) {
        String type = ctx.res().getContentType();
        return type != null && (type.startsWith("application/json") || type.startsWith("text/html"));
    }

    private static void sendError(Context ctx, ApiError error) {
        if (error.status() == 503 && !ctx.res().containsHeader("Retry-After")) {
            ctx.header("Retry-After", "1");
        }
        ctx.status(error.status());
        sendJson(ctx, error.body());
    }

    private static void sendJson(Context ctx, Object answer) {
        send(ctx, json(answer));
    }

    private static void send(Context ctx, byte[] json) {
        ctx.header("Cache-Control", "no-store").contentType("application/json");
        ctx.result(json);
    }

    static byte[] json(Object answer) {
        try {
            return JSON.writeValueAsBytes(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer could not be written as JSON", e);
        }
    }
}
