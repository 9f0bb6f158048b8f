package segue.page;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import segue.page.server.Assets;
import segue.page.server.Endpoints;
import segue.page.server.PageMetrics;
import segue.page.server.Paths;
import segue.page.server.Query;

/** The files of the front end, and how the page is: {@code /health}, {@code /metrics}, {@code /api/status}. */
final class WatchEndpoints implements Endpoints {
    private final Assets assets = new Assets();
    private final PageMetrics metrics;
    private final List<Endpoints> rooms;

    /** @param rooms which say something of themselves */
    WatchEndpoints(PageMetrics metrics, List<Endpoints> rooms) {
        this.metrics = metrics;
        this.rooms = rooms;
    }

    @Override
    public void addTo(Paths paths) {
        assets.all().forEach(paths::asset);
        // Nobody who is not ready gets here: while the page stops, Jetty answers 503.
        paths.get("/health", ctx -> Paths.sendJson(ctx, new Health("ready")));
        paths.get("/metrics", this::sendMetrics);
        paths.get("/api/status", this::sendStatus);
    }

    private record Health(String status) {}

    private void sendMetrics(Context ctx) {
        ctx.header("Cache-Control", "no-store").contentType(PageMetrics.CONTENT_TYPE);
        ctx.result(metrics.text());
    }

    private void sendStatus(Context ctx) {
        Query.of(ctx, Set.of());
        Map<String, Object> all = new LinkedHashMap<>();
        rooms.forEach(room -> all.putAll(room.status()));
        Paths.sendJson(ctx, all);
    }
}
