package segue.page.opinions;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import segue.feedback.FeedbackStore;
import segue.feedback.Listener;
import segue.feedback.sql.DatabaseException;
import segue.page.server.ApiError;
import segue.page.server.Clients;
import segue.page.server.PageMetrics;
import segue.page.server.Timeouts;
import segue.page.server.Visitors;
import segue.page.server.Workers;

/**
 * The page's way to the database of feedback: on threads of its own, since a database that does not answer must not keep those
 * who only ask for songs waiting, within bounds, and with an answer for whoever asked when it fails.
 */
public final class Ledger implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);
    private static final int THREADS = 8;
    private static final int WAITING = 128;
    private static final Duration WAITING_TIME = Duration.ofSeconds(2);
    private static final Duration ANSWERING_TIME = Duration.ofSeconds(4);

    private final Optional<FeedbackStore> store;
    private final Workers threads;
    private final Clients clients;
    private final RateLimit byListener = new RateLimit(120, 2);
    private final RateLimit byClient = new RateLimit(1_200, 20);
    private final List<Watcher> watchers = new CopyOnWriteArrayList<>();

    /** @param store empty where nothing is kept */
    public Ledger(Optional<FeedbackStore> store, Timeouts timeouts, Clients clients, PageMetrics metrics) {
        this.store = store;
        this.clients = clients;
        this.threads = Workers.forDatabase(
                store.isPresent() ? THREADS : 0,
                WAITING,
                timeouts.withWaiting(WAITING_TIME).withComputing(ANSWERING_TIME),
                metrics);
    }

    /** Where it is kept, in words that tell a visitor enough; empty where nothing is. */
    Optional<String> place() {
        return store.map(open -> switch (open.address().engine()) {
            case SQLITE -> "in a file on the machine that runs this page";
            case POSTGRESQL, MYSQL -> "in a " + open.address().engine() + " database of whoever runs this page";
        });
    }

    /** @throws ApiError 404, if nothing is kept */
    void requireOn() {
        if (store.isEmpty()) {
            throw new ApiError(
                    404,
                    "feedback_off",
                    "This page keeps no feedback.",
                    "Start it without --no-feedback, or with --database FILE, to rate songs.");
        }
    }

    /**
     * Who sends something to be stored, if they may send more.
     *
     * @throws ApiError 404, if nothing is kept; 400, if the request does not say who asks; 429, if they have sent too much
     */
    Listener sender(Context ctx) {
        requireOn();
        Listener listener = Visitors.required(ctx);
        long now = System.nanoTime();
        OptionalInt wait = byListener.take(listener.id(), now);
        if (wait.isEmpty()) {
            wait = byClient.take(clients.of(ctx), now);
        }
        if (wait.isPresent()) {
            ctx.header("Retry-After", Integer.toString(wait.getAsInt()));
            throw new ApiError(
                    429,
                    "too_many",
                    "More is sent from here than anybody could mean.",
                    "Send the same again in %d s.".formatted(wait.getAsInt()));
        }
        return listener;
    }

    /** @throws ApiError 404, if nothing is kept; 400, if the request does not say who asks */
    Listener reader(Context ctx) {
        requireOn();
        return Visitors.required(ctx);
    }

    /**
     * What the database says.
     *
     * @throws ApiError 503, if it does not answer, or too many wait for it
     */
    public <T> T ask(Context ctx, Function<FeedbackStore, T> question) {
        requireOn();
        FeedbackStore open = store.orElseThrow();
        try {
            return threads.answer(clients.of(ctx), () -> question.apply(open));
        } catch (DatabaseException failed) {
            LOG.warn("{}", failed.getMessage());
            throw down(ctx);
        } catch (ApiError refused) {
            throw refused.body().error().code().equals("overdue") ? down(ctx) : refused;
        }
    }

    private static ApiError down(Context ctx) {
        ctx.header("Retry-After", "3");
        return new ApiError(
                503,
                "database_down",
                "The database that keeps this does not answer.",
                "Send the same again in a few seconds: what was stored already is not stored twice.");
    }

    /** Who keeps in memory what follows from ratings. */
    @FunctionalInterface
    interface Watcher {
        /** @param deleted whether everything of the listener is gone, so that nothing of it may be kept */
        void changed(Listener listener, boolean deleted);
    }

    /** Calls {@code watcher} whenever a listener's ratings have changed, by this page. */
    void watch(Watcher watcher) {
        watchers.add(watcher);
    }

    void changed(Listener listener, boolean deleted) {
        watchers.forEach(watcher -> watcher.changed(listener, deleted));
    }

    @Override
    public void close() {
        threads.close();
        store.ifPresent(FeedbackStore::close);
    }
}
