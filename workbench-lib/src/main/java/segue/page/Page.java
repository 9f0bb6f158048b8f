package segue.page;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

    private static final Logger LOG = LoggerFactory.getLogger(Page.class);
    private static final int MAX_HEADER_BYTES = 8 * 1024;
    private static final int SPARE_THREADS = 16;

    private final PageOptions options;
    private final int port;
    private final Gate gate;
    private final MapRoom map;
    private final Javalin server;

    private Page(Catalog catalog, PageOptions options, Listener listener, Callable<DrawnMap> drawing) {
        this.options = options;
        this.port = listener.port();
        this.gate = new Gate(options.workers(), options.waiting());
        this.map = new MapRoom(drawing);
        Routes routes =
                new Routes(new Api(catalog), new MapAnswers(catalog, map, gate), gate, new HostCheck(options.host()));
        this.server = Javalin.create(config -> configure(config, options, listener, routes));
    }

    /**
     * Starts the page over a catalogue and returns once it answers.
     *
     * @throws CannotListenException if the port is taken or the host is not one of this machine, in one sentence
     * @throws IllegalArgumentException if the catalogue is empty
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

    private static void configure(JavalinConfig config, PageOptions options, Listener listener, Routes routes) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = Routes.MAX_BODY_BYTES;
        // Whoever waits at the gate holds a thread: a thread for each of them, and some for those turned away.
        int threads = options.workers() + options.waiting() + SPARE_THREADS;
        QueuedThreadPool pool = new QueuedThreadPool(threads, Math.min(threads, 4));
        pool.setName("segue-page");
        config.jetty.threadPool = pool;
        config.jetty.addConnector((jetty, http) -> {
            http.setSendServerVersion(false);
            http.setRequestHeaderSize(MAX_HEADER_BYTES);
            return listener.connect(jetty, http);
        });
        config.jetty.modifyServer(Page::endGracefully);
        config.requestLogger.http(Page::logAccess);
        routes.addTo(config.routes);
    }

    private static void endGracefully(Server jetty) {
        jetty.setStopTimeout(STOP_TIMEOUT.toMillis());
        jetty.setErrorHandler(new JettyErrors());
        jetty.insertHandler(new GracefulHandler());
    }

    private static void logAccess(Context ctx, Float millis) {
        // The address as it was sent: decoded, it could break the line.
        LOG.debug("{} {} {} {} ms", ctx.method(), ctx.req().getRequestURI(), ctx.statusCode(), Math.round(millis));
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
        map.close();
    }

    /** Held by tests to make the page busy. */
    Gate gate() {
        return gate;
    }
}
