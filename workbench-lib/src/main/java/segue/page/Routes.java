package segue.page;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Set;
import segue.page.server.ApiError;
import segue.page.server.Clients;
import segue.page.server.Endpoints;
import segue.page.server.Framing;
import segue.page.server.HostCheck;
import segue.page.server.OriginCheck;
import segue.page.server.Paths;
import segue.page.server.Query;
import segue.page.server.Workers;

/** What every answer carries, who gets one, and what is said where no room of the page answers. */
final class Routes {
    private final List<Endpoints> rooms;
    private final Workers workers;
    private final Clients clients;
    private final HostCheck hosts;
    private final OriginCheck origins;
    private final Framing framing;
    private Paths paths;

    Routes(
            List<Endpoints> rooms,
            Workers workers,
            Clients clients,
            HostCheck hosts,
            OriginCheck origins,
            Framing framing) {
        this.rooms = rooms;
        this.workers = workers;
        this.clients = clients;
        this.hosts = hosts;
        this.origins = origins;
        this.framing = framing;
    }

    /** Adds what all rooms answer. */
    Paths addTo(RoutesConfig routes) {
        paths = new Paths(routes, workers, clients);
        routes.before(this::beforeAll);
        rooms.forEach(room -> room.addTo(paths));
        routes.exception(ApiError.class, (error, ctx) -> sendError(ctx, error));
        routes.error(404, this::notFound);
        routes.error(405, this::wrongMethod);
        routes.error(500, ctx -> sendError(ctx, ApiError.fault()));
        return paths;
    }

    private void beforeAll(Context ctx) {
        framing.restrict(ctx, Framing.OWN_CONTENT);
        ctx.header("X-Content-Type-Options", "nosniff")
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
        Set<String> allowed = paths.methods(ctx.path());
        ctx.header("Allow", String.join(", ", allowed));
        sendError(
                ctx,
                new ApiError(
                        405,
                        "method_not_allowed",
                        "%s cannot be used at %s.".formatted(ctx.method(), Query.shown(ctx.path())),
                        "Use %s.".formatted(allowed.contains("GET") ? "GET" : String.join(" or ", allowed))));
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
        Paths.sendJson(ctx, error.body());
    }
}
