package segue.page.opinions;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import segue.catalog.Catalog;
import segue.feedback.Deletion;
import segue.feedback.FeedbackStore;
import segue.feedback.Listener;
import segue.page.server.Endpoints;
import segue.page.server.Json;
import segue.page.server.Paths;
import segue.page.server.Query;
import segue.page.songs.SongEndpoints;

/** What else is kept of visitors, and how they get it, or get rid of it. */
final class MyDataEndpoints implements Endpoints {
    private static final String PATH = "/api/my-data";
    private static final int LONGEST_SEARCH = 200;

    private final Catalog catalog;
    private final Ledger ledger;

    MyDataEndpoints(Catalog catalog, Ledger ledger) {
        this.catalog = catalog;
        this.ledger = ledger;
    }

    @Override
    public void addTo(Paths paths) {
        paths.get(PATH, this::export);
        paths.delete(PATH, this::delete);
        paths.post("/api/searches", this::searched);
        paths.post("/api/plays", this::played);
    }

    /** @param typed what was typed before a song was chosen */
    record Search(String typed) {}

    /** @param song its id */
    record Play(String song) {}

    record Stored(boolean stored) {}

    private void searched(Context ctx) {
        ledger.requireOn();
        String typed =
                Bodies.required("typed", Json.body(ctx, Search.class).typed(), LONGEST_SEARCH, "It is what was typed.");
        store(ctx, (store, listener) -> store.searched(listener, typed.strip()));
    }

    private void played(Context ctx) {
        ledger.requireOn();
        String song = Bodies.required(
                "song",
                Json.body(ctx, Play.class).song(),
                SongEndpoints.MAX_ID_CHARACTERS,
                "It is the id of the song played.");
        SongEndpoints.rowOf(catalog, song);
        store(ctx, (store, listener) -> store.played(listener, song));
    }

    /** What is stored of a listener. */
    @FunctionalInterface
    private interface Entry {
        void put(FeedbackStore store, Listener listener);
    }

    private void store(Context ctx, Entry entry) {
        Listener listener = ledger.sender(ctx);
        ledger.ask(ctx, store -> {
            try {
                entry.put(store, listener);
                return true;
            } catch (IllegalArgumentException wrong) {
                throw Bodies.refused(wrong);
            }
        });
        Paths.sendJson(ctx, new Stored(true));
    }

    private void export(Context ctx) {
        Query.of(ctx, Set.of());
        Listener listener = ledger.reader(ctx);
        byte[] all = ledger.ask(ctx, store -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try {
                store.export(listener, out);
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
            return out.toByteArray();
        });
        ctx.header("Content-Disposition", "attachment; filename=\"segue-my-data.json\"")
                .header("Cache-Control", "no-store")
                .contentType("application/json")
                .result(all);
    }

    private void delete(Context ctx) {
        Query.of(ctx, Set.of());
        Listener listener = ledger.sender(ctx);
        Deletion deletion = ledger.ask(ctx, store -> store.delete(listener));
        ledger.changed(listener, true);
        Paths.sendJson(ctx, deletion);
    }
}
