package segue.page;

import io.javalin.config.JavalinConfig;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import segue.page.server.AccessLog;
import segue.page.server.BodyLimits;
import segue.page.server.Connections;
import segue.page.server.JettyErrors;
import segue.page.server.PageMetrics;
import segue.page.server.Paths;
import segue.page.server.RequestWatch;

/** How the server serves: on virtual threads, within bounds, and to the end of what it has begun. */
record Serving(PageOptions options, Listener listener, PageMetrics metrics, AccessLog log) {
    private static final int MAX_HEADER_BYTES = 8 * 1024;
    /** Jetty's own threads, which accept and select; requests have virtual ones. */
    private static final int THREADS = 12;

    void set(JavalinConfig config, Routes routes) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = BodyLimits.MAX_BYTES;
        config.jetty.threadPool = threads();
        config.jetty.addConnector(this::connect);
        Paths paths = routes.addTo(config.routes);
        config.jetty.modifyServer(server -> {
            server.setStopTimeout(Page.STOP_TIMEOUT.toMillis());
            server.setErrorHandler(new JettyErrors());
            server.setRequestLog(new RequestWatch(paths.all(), metrics, log));
            // Bodies without a length, in chunks, are counted as they come.
            server.insertHandler(new BodyLimits(paths::mostBodyBytes));
            server.insertHandler(new GracefulHandler());
        });
    }

    private static QueuedThreadPool threads() {
        QueuedThreadPool pool = new QueuedThreadPool(THREADS, 4);
        pool.setName("segue-page");
        pool.setVirtualThreadsExecutor(VirtualThreads.getNamedVirtualThreadsExecutor("segue-request-"));
        return pool;
    }

    private ServerConnector connect(Server server, HttpConfiguration http) {
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(MAX_HEADER_BYTES);
        ServerConnector connector = listener.connect(server, http);
        connector.setIdleTimeout(options.timeouts().idle().toMillis());
        Connections connections = new Connections(
                connector,
                options.timeouts(),
                options.connections(),
                options.publicName().isPresent());
        connector.addBean(connections);
        metrics.connections(connections::count);
        return connector;
    }
}
