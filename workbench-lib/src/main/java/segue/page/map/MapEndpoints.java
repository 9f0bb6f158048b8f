package segue.page.map;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import segue.catalog.Catalog;
import segue.page.server.Accept;
import segue.page.server.ApiError;
import segue.page.server.Assets;
import segue.page.server.Clients;
import segue.page.server.Endpoints;
import segue.page.server.Framing;
import segue.page.server.Json;
import segue.page.server.Paths;
import segue.page.server.Query;
import segue.page.server.Workers;
import segue.page.songs.SongEndpoints;

/** What {@code /api/map} answers: the map as HTML, or as JSON to who prefers that; while it is drawn, how far it is. */
public final class MapEndpoints implements Endpoints {
    static final String PATH = "/api/map";

    private final Catalog catalog;
    private final MapRoom room;
    private final Workers workers;
    private final Clients clients;
    private final MapNotice notice = new MapNotice();

    public MapEndpoints(Catalog catalog, MapRoom room, Workers workers, Clients clients) {
        this.catalog = catalog;
        this.room = room;
        this.workers = workers;
        this.clients = clients;
    }

    @Override
    public void addTo(Paths paths) {
        paths.get(PATH, this::answer);
    }

    private void answer(Context ctx) {
        OptionalInt song = song(Query.of(ctx, Set.of("id")));
        boolean json = Accept.prefersJson(ctx.header("Accept"));
        ctx.header("Vary", "Accept");
        if (song.isPresent() && !json) {
            // The map is one file for all songs: the star is put where the address says.
            ctx.redirect("map#song=" + encoded(catalog.track(song.getAsInt()).id()), HttpStatus.SEE_OTHER);
            return;
        }
        switch (room.ask()) {
            case MapRoom.State.Ready(DrawnMap map) when json -> sendJson(ctx, map, song);
            case MapRoom.State.Ready(DrawnMap map) -> {
                Framing.restrictAnew(ctx, map.contentSecurity());
                map.page().send(ctx);
            }
            case MapRoom.State.None() -> throw ApiError.fault();
            case MapRoom.State.Failed() -> throw ApiError.fault();
            case MapRoom.State.Drawing drawing -> {
                ctx.header("Retry-After", Integer.toString(drawing.secondsLeft()));
                refuse(ctx, json, notReady(drawing), drawing);
            }
            case MapRoom.State.Impossible(String reason) -> refuse(ctx, json, none(reason), null);
        }
    }

    /** How it stands with the map; asks for nothing. */
    @Override
    public Map<String, Object> status() {
        return Map.of("map", state());
    }

    /**
     * How it stands with the map.
     *
     * @param state {@code none} before anybody asked for it, {@code drawing}, {@code ready}, {@code impossible} of these
     *     songs, or {@code failed}
     * @param message how far it is, or why there is none
     * @param fraction of the present step of drawing
     */
    record MapStatus(String state, String message, Double fraction) {}

    private MapStatus state() {
        return switch (room.state()) {
            case MapRoom.State.None() -> new MapStatus("none", null, null);
            case MapRoom.State.Drawing drawing -> new MapStatus("drawing", drawing.progress(), drawing.fraction());
            case MapRoom.State.Ready(DrawnMap _) -> new MapStatus("ready", null, null);
            case MapRoom.State.Impossible(String reason) -> new MapStatus("impossible", reason, null);
            case MapRoom.State.Failed() -> new MapStatus("failed", null, null);
        };
    }

    private OptionalInt song(Query query) {
        return query.text("id").isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(
                        SongEndpoints.rowOf(catalog, query.required("id", SongEndpoints.MAX_ID_CHARACTERS, "")));
    }

    private void sendJson(Context ctx, DrawnMap map, OptionalInt song) {
        String etag = map.page().etag().replaceFirst("\"$", "-json" + (song.isPresent() ? song.getAsInt() : "") + '"');
        Assets.sendTagged(
                ctx,
                etag,
                "application/json",
                () -> workers.answer(clients.of(ctx), () -> Json.bytes(MapJson.of(catalog, map, song))));
    }

    private void refuse(Context ctx, boolean json, ApiError error, MapRoom.State.Drawing drawing) {
        if (json) {
            throw error;
        }
        ctx.status(error.status()).header("Cache-Control", "no-store").contentType("text/html; charset=utf-8");
        ctx.result(notice.of(error.body().error(), drawing));
    }

    private ApiError notReady(MapRoom.State.Drawing drawing) {
        return new ApiError(
                503,
                "map_not_ready",
                "The map of %,d songs is being drawn: %s.".formatted(catalog.size(), drawing.progress()),
                "Ask again soon: it is drawn once, and kept while the page runs.");
    }

    private static ApiError none(String reason) {
        return new ApiError(
                404,
                "no_map",
                "There is no map of these songs: %s.".formatted(reason),
                "It needs 7 songs or more that are not all alike: start the page with another catalogue.");
    }

    private static String encoded(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
