package segue.page;

import io.javalin.Javalin;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import segue.catalog.Catalog;
import segue.page.map.DrawnMap;
import segue.page.server.AccessLog;
import segue.page.server.Clients;
import segue.page.server.HostCheck;
import segue.page.server.OriginCheck;
import segue.page.server.PageMetrics;
import segue.page.server.Timeouts;
import segue.page.server.Workers;
import segue.recommend.Recommender;

/**
 * The running page. Whoever starts it closes it; closing lets running requests end, for at most {@link #STOP_TIMEOUT}.
 *
 * <pre>{@code
 * Page page = Page.start(catalog, PageOptions.defaults());
 * page.url();                                       // http://127.0.0.1:7070/
 * page.close();
 * }</pre>
 */
public final class Page implements AutoCloseable {
    /** How long {@link #close} waits for requests that are being worked on. */
    public static final Duration STOP_TIMEOUT = Timeouts.STOPPING;

    private final PageOptions options;
    private final int port;
    private final AccessLog log;
    private final Workers workers;
    private final Rooms rooms;
    private final Javalin server;

    private Page(Recommender recommender, PageOptions options, Listener listener, Callable<DrawnMap> drawing) {
        this.options = options;
        this.port = listener.port();
        this.log = AccessLog.to(options.accessLog());
        PageMetrics metrics = new PageMetrics();
        this.workers = new Workers(options.workers(), options.waiting(), options.timeouts(), metrics);
        Clients clients = new Clients(options.publicName().isPresent());
        this.rooms = new Rooms(recommender, options, drawing, workers, clients, metrics);
        Routes routes = new Routes(
                rooms.all(),
                workers,
                clients,
                new HostCheck(options.host(), options.publicName()),
                new OriginCheck(options.publicName()));
        this.server = Javalin.create(config -> new Serving(options, listener, metrics, log).set(config, routes));
    }

    /**
     * Starts the page over a catalogue and returns once it answers.
     *
     * @throws CannotListenException if the port is taken or the host is not one of this machine, in one sentence
     * @throws IllegalArgumentException if the catalogue is empty
     * @throws UncheckedIOException if the access log cannot be written, in one sentence
     * @throws segue.feedback.sql.DatabaseException if the database cannot be opened, in one sentence
     */
    public static Page start(Catalog catalog, PageOptions options) throws CannotListenException {
        return start(catalog, options, () -> DrawnMap.of(catalog));
    }

    /** @param drawing is called when the map is first asked for, by a thread of its own */
    static Page start(Catalog catalog, PageOptions options, Callable<DrawnMap> drawing) throws CannotListenException {
        // The port first: it is what fails most, and indexing a large catalogue takes a moment.
        return start(Listener.bind(options), () -> Recommender.of(catalog), options, drawing);
    }

    /** Starts the page over songs that are indexed already; otherwise as {@link #start(Catalog, PageOptions)}. */
    public static Page start(Recommender recommender, PageOptions options) throws CannotListenException {
        return start(Listener.bind(options), () -> recommender, options, () -> DrawnMap.of(recommender.catalog()));
    }

    private static Page start(
            Listener listener, Supplier<Recommender> recommender, PageOptions options, Callable<DrawnMap> drawing) {
        Page started = null;
        try {
            Page page = new Page(recommender.get(), options, listener, drawing);
            page.server.start();
            started = page;
        } finally {
            if (started == null) {
                listener.close();
            }
        }
        return started;
    }

    /** Where the page is, {@code http://127.0.0.1:7070/}. */
    public String url() {
        String host = options.host();
        boolean everyAddress = host.equals("0.0.0.0") || host.equals("::");
        return "http://%s:%d/".formatted(everyAddress ? "127.0.0.1" : HostCheck.inBrackets(host), port);
    }

    /** Waits until the page is closed by another thread. */
    public void join() throws InterruptedException {
        server.jettyServer().server().join();
    }

    /** Stops listening, waits for running requests, and gives the port back. Closing twice does nothing more. */
    @Override
    public void close() {
        server.stop();
        workers.close();
        rooms.close();
        log.close();
    }

    /** Kept busy by tests. */
    Workers workers() {
        return workers;
    }
}
