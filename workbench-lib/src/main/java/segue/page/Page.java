package segue.page;

import io.javalin.Javalin;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import segue.catalog.Catalog;
import segue.feedback.sql.DatabaseAddress;
import segue.page.jobs.HeavyWork;
import segue.page.map.DrawnMap;
import segue.page.server.AccessLog;
import segue.page.server.Clients;
import segue.page.server.Framing;
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
 *
 * <p>In a notebook it is one line, {@code Page.open(recommender)}: the page is then the cell's output.
 */
public final class Page implements AutoCloseable {
    /** How long {@link #close} waits for requests that are being worked on. */
    public static final Duration STOP_TIMEOUT = Timeouts.STOPPING;

    private final PageOptions options;
    private final Catalog catalog;
    private final int port;
    private final AccessLog log;
    private final Workers workers;
    private final Rooms rooms;
    private final Javalin server;
    private volatile boolean closed;

    private Page(
            Recommender recommender,
            PageOptions options,
            Framing framing,
            Listener listener,
            Callable<DrawnMap> drawing) {
        this.options = options;
        this.catalog = recommender.catalog();
        this.port = listener.port();
        this.log = AccessLog.to(options.accessLog());
        PageMetrics metrics = new PageMetrics();
        this.workers = new Workers(options.workers(), options.waiting(), options.timeouts(), metrics);
        Clients clients = new Clients(options.publicName().isPresent());
        this.rooms = rooms(recommender, drawing, clients, metrics);
        Routes routes = new Routes(
                rooms.all(),
                workers,
                clients,
                new HostCheck(options.host(), options.publicName()),
                new OriginCheck(options.publicName()),
                framing);
        this.server = Javalin.create(config -> new Serving(options, listener, metrics, log).set(config, routes));
    }

    private Rooms rooms(Recommender recommender, Callable<DrawnMap> drawing, Clients clients, PageMetrics metrics) {
        Rooms made = null;
        try {
            made = new Rooms(recommender, options, drawing, workers, clients, metrics);
        } finally {
            if (made == null) {
                workers.close();
            }
        }
        return made;
    }

    /**
     * Starts the page over a catalogue and returns once it answers.
     *
     * @throws CannotListenException if the port is taken or the host is not one of this machine, in one sentence
     * @throws IllegalArgumentException if the catalogue is empty, or the music folder is none
     * @throws UncheckedIOException if the access log cannot be written, in one sentence
     * @throws segue.feedback.sql.DatabaseException if the database cannot be opened, in one sentence
     * @throws segue.jobs.QueueUnreachableException if the server of the shared queue does not answer, in one sentence
     */
    public static Page start(Catalog catalog, PageOptions options) throws CannotListenException {
        return start(catalog, options, () -> DrawnMap.of(catalog));
    }

    /** @param drawing is called when the map is first asked for, by a thread of its own */
    static Page start(Catalog catalog, PageOptions options, Callable<DrawnMap> drawing) throws CannotListenException {
        // The port first: it is what fails most, and indexing a large catalogue takes a moment.
        return start(Listener.bind(options), () -> Recommender.of(catalog), options, Framing.ITSELF, drawing);
    }

    /** Starts the page over songs that are indexed already; otherwise as {@link #start(Catalog, PageOptions)}. */
    public static Page start(Recommender recommender, PageOptions options) throws CannotListenException {
        return start(recommender, options, Framing.ITSELF);
    }

    static Page start(Recommender recommender, PageOptions options, Framing framing) throws CannotListenException {
        return start(
                Listener.bind(options), () -> recommender, options, framing, () -> DrawnMap.of(recommender.catalog()));
    }

    private static Page start(
            Listener listener,
            Supplier<Recommender> recommender,
            PageOptions options,
            Framing framing,
            Callable<DrawnMap> drawing) {
        Page page = null;
        boolean started = false;
        boolean interrupted = false;
        try {
            page = new Page(recommender.get(), options, framing, listener, drawing);
            // The server would not start on an interrupted thread; what stops a cell stops it when the page is open.
            interrupted = Thread.interrupted();
            page.server.start();
            started = true;
        } finally {
            if (!started) {
                if (page != null) {
                    page.close();
                }
                listener.close();
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        return page;
    }

    /**
     * Opens the page in a notebook, where it is shown as the cell's output. It listens on 127.0.0.1, at port 7070 or the first
     * free one after it, and keeps what is said where {@link DatabaseAddress#chosen} says. Notebooks that this machine shows may
     * frame it, other sites may not.
     *
     * <p>A process has one page that was opened: the next {@code open} closes it, and takes its port. It ends with {@link #close},
     * and with the process at the latest.
     *
     * @throws CannotListenException if no port can be had
     * @throws IllegalArgumentException if the setting of the database is none
     * @throws segue.feedback.sql.DatabaseException if the database cannot be opened, in one sentence
     */
    public static Page open(Recommender recommender) throws CannotListenException {
        return OpenedPage.near(recommender, PageOptions.defaults().withDatabase(DatabaseAddress.chosen()));
    }

    /** Indexes the songs first; otherwise as {@link #open(Recommender)}. */
    public static Page open(Catalog catalog) throws CannotListenException {
        return open(Recommender.of(catalog));
    }

    /**
     * As {@link #open(Recommender)}, but exactly as the options say: at their port alone, and nothing is kept unless they name a
     * database.
     */
    public static Page open(Recommender recommender, PageOptions options) throws CannotListenException {
        return OpenedPage.at(recommender, options);
    }

    /** Where the page is, {@code http://127.0.0.1:7070/}. */
    public String url() {
        String host = options.host();
        boolean everyAddress = host.equals("0.0.0.0") || host.equals("::");
        return "http://%s:%d/".formatted(everyAddress ? "127.0.0.1" : HostCheck.inBrackets(host), port);
    }

    /** Tells in a sentence what was found in the folder of music, once it is known; nothing where there is no folder. */
    public void whenMusicIsFound(Consumer<String> told) {
        rooms.music().whenMatched(told);
    }

    /** Waits until the page is closed by another thread. */
    public void join() throws InterruptedException {
        server.jettyServer().server().join();
    }

    /** Whether {@link #close} was called. */
    public boolean isClosed() {
        return closed;
    }

    /**
     * Stops listening, waits for running requests, and gives the port back, also where this thread is interrupted. Closing
     * twice does nothing more.
     */
    @Override
    public void close() {
        closed = true;
        boolean interrupted = Thread.interrupted();
        // Jobs have their grace while requests have theirs.
        Thread jobs = Thread.ofVirtual().start(rooms.work()::close);
        try {
            server.stop();
        } finally {
            workers.close();
            joined(jobs);
            rooms.close();
            log.close();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void joined(Thread jobs) {
        try {
            jobs.join();
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    int port() {
        return port;
    }

    /** {@code Page at http://127.0.0.1:7070/ over 5,000 songs}. */
    @Override
    public String toString() {
        return "%s at %s over %,d songs".formatted(closed ? "Closed page" : "Page", url(), catalog.size());
    }

    /** Looked into by tests. */
    Path temporaryFolder() {
        return rooms.music().temporaryFolder();
    }

    /** Kept busy by tests. */
    Workers workers() {
        return workers;
    }

    /** Given work by tests. */
    HeavyWork work() {
        return rooms.work();
    }
}
