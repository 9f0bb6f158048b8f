package segue.page;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.util.JavalinException;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
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
    private final Gate gate;
    private final Javalin server;

    private Page(Catalog catalog, PageOptions options) {
        this.options = options;
        this.gate = new Gate(options.workers(), options.waiting());
        Routes routes = new Routes(new Api(catalog), gate, new HostCheck(options.host()));
        this.server = Javalin.create(config -> configure(config, options, routes));
    }

    /**
     * Starts the page over a catalogue and returns once it answers.
     *
     * @throws CannotListenException if the port is taken or the host is not one of this machine, in one sentence
     * @throws IllegalArgumentException if the catalogue is empty
     */
    public static Page start(Catalog catalog, PageOptions options) throws CannotListenException {
        Page page = new Page(catalog, options);
        page.listen();
        return page;
    }

    private static void configure(JavalinConfig config, PageOptions options, Routes routes) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = Routes.MAX_BODY_BYTES;
        config.jetty.host = options.host();
        config.jetty.port = options.port();
        // Whoever waits at the gate holds a thread: a thread for each of them, and some for those turned away.
        int threads = options.workers() + options.waiting() + SPARE_THREADS;
        QueuedThreadPool pool = new QueuedThreadPool(threads, Math.min(threads, 4));
        pool.setName("segue-page");
        config.jetty.threadPool = pool;
        config.jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            http.setRequestHeaderSize(MAX_HEADER_BYTES);
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
        LOG.debug(
                "{} {} {} {} ms",
                ctx.method(),
                ctx.req().getRequestURI(),
                ctx.statusCode(),
                Math.round(millis * 10) / 10.0);
    }

    private void listen() throws CannotListenException {
        try {
            InetAddress.getByName(options.host());
            server.start();
        } catch (UnknownHostException e) {
            throw new CannotListenException(
                    "there is no host %s: use --host 127.0.0.1, or an address of this machine"
                            .formatted(options.host()),
                    e);
        } catch (JavalinException e) {
            server.stop();
            throw new CannotListenException(reason(e), e);
        }
    }

    private String reason(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException bind
                    && String.valueOf(bind.getMessage()).contains("in use")) {
                return "port %d is taken: use --port N, or stop what listens there".formatted(options.port());
            }
            if (cause instanceof IOException io && cause.getCause() == null) {
                return "cannot listen on %s port %d (%s): use --host 127.0.0.1 and a --port above 1023"
                        .formatted(options.host(), options.port(), io.getMessage());
            }
        }
        return "cannot listen on %s port %d: %s".formatted(options.host(), options.port(), failure.getMessage());
    }

    /** Where the page is, {@code http://127.0.0.1:7070/}. */
    public String url() {
        String host = options.host();
        boolean everyAddress = host.equals("0.0.0.0") || host.equals("::");
        return "http://%s:%d/".formatted(everyAddress ? "127.0.0.1" : HostCheck.inBrackets(host), server.port());
    }

    /** Waits until the page is closed by another thread. */
    public void join() throws InterruptedException {
        server.jettyServer().server().join();
    }

    /** Stops listening, waits for running requests, and gives the port back. Closing twice does nothing more. */
    @Override
    public void close() {
        server.stop();
    }

    /** Held by tests to make the page busy. */
    Gate gate() {
        return gate;
    }
}
