package segue.page;

import io.javalin.Javalin;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import segue.catalog.Catalog;

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
    public static final Duration STOP_TIMEOUT = Duration.ofSeconds(6);

    private final PageOptions options;
    private final int port;
    private final AccessLog log;
    private final Workers workers;
    private final MapRoom map;
    private final Javalin server;

    private Page(Catalog catalog, PageOptions options, Listener listener, Callable<DrawnMap> drawing) {
        this.options = options;
        this.port = listener.port();
        this.log = AccessLog.to(options.accessLog());
        PageMetrics metrics = new PageMetrics();
        this.workers = new Workers(options.workers(), options.waiting(), options.timeouts(), metrics);
        this.map = new MapRoom(drawing);
        Clients clients = new Clients(options.publicName().isPresent());
        Routes routes = new Routes(
                new Api(catalog),
                new MapAnswers(catalog, map, workers, clients),
                workers,
                clients,
                metrics,
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
     */
    public static Page start(Catalog catalog, PageOptions options) throws CannotListenException {
        return start(catalog, options, () -> DrawnMap.of(catalog));
    }

    /** @param drawing is called when the map is first asked for, by a thread of its own */
    static Page start(Catalog catalog, PageOptions options, Callable<DrawnMap> drawing) throws CannotListenException {
        // The port first: it is what fails most, and indexing a large catalogue takes a moment.
        Listener listener = Listener.bind(options);
        Page started = null;
        try {
            Page page = new Page(catalog, options, listener, drawing);
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
        map.close();
        log.close();
    }

    /** Kept busy by tests. */
    Workers workers() {
        return workers;
    }
}
