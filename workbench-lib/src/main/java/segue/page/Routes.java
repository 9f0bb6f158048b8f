package segue.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.function.Function;

/** Which path answers what, and what every answer carries. */
final class Routes {
    /** No request has a body that is read; one that announces more than this is refused before anything else. */
    static final long MAX_BODY_BYTES = 64 * 1024;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CONTENT_SECURITY =
            "default-src 'self'; base-uri 'none'; form-action 'self'; object-src 'none'";

    private final Assets assets = new Assets();
    private final Api api;
    private final MapAnswers map;
    private final Gate gate;
    private final HostCheck hosts;

    Routes(Api api, MapAnswers map, Gate gate, HostCheck hosts) {
        this.api = api;
        this.map = map;
        this.gate = gate;
        this.hosts = hosts;
    }

    void addTo(RoutesConfig routes) {
        routes.before(this::beforeAll);
        for (Assets.Asset asset : assets.all()) {
            get(routes, asset.path(), asset::send);
        }
        get(routes, "/health", ctx -> sendJson(ctx, new Answers.Health("ok")));
        get(routes, "/api/status", ctx -> sendJson(ctx, api.status(ctx, map.status())));
        get(routes, "/api/search", gated(api::search));
        get(routes, "/api/recommend", gated(api::recommend));
        get(routes, MapAnswers.PATH, map::answer);
        routes.exception(ApiError.class, (error, ctx) -> sendError(ctx, error));
        routes.error(404, this::notFound);
        routes.error(405, this::wrongMethod);
        routes.error(500, this::failed);
    }

    private void get(RoutesConfig routes, String path, Handler handler) {
        routes.addHttpHandler(HandlerType.GET, path, handler);
        routes.addHttpHandler(HandlerType.HEAD, path, handler);
    }

    private Handler gated(Function<Context, ?> answer) {
        return ctx -> {
            try (Gate.Pass _ = gate.enter()) {
                sendJson(ctx, answer.apply(ctx));
            }
        };
    }

    private void beforeAll(Context ctx) {
        ctx.header("Content-Security-Policy", CONTENT_SECURITY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cross-Origin-Resource-Policy", "same-origin");
        hosts.check(ctx.header("Host"));
        if (ctx.req().getContentLengthLong() > MAX_BODY_BYTES) {
            throw new ApiError(
                    413,
                    "too_large",
                    "The request's body has %d bytes; the most is %d."
                            .formatted(ctx.req().getContentLengthLong(), MAX_BODY_BYTES),
                    "No endpoint reads a body: send none.");
        }
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
        ctx.header("Cache-Control", "no-store").contentType("application/json");
        ctx.result(json(answer));
    }

    static byte[] json(Object answer) {
        try {
            return JSON.writeValueAsBytes(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer could not be written as JSON", e);
        }
    }
}
