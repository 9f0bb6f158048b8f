package segue.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import segue.catalog.Catalog;
import segue.feedback.sql.DatabaseAddress;
import segue.feedback.sql.DatabaseException;
import segue.jobs.redis.QueueAddress;
import segue.page.CannotListenException;
import segue.page.Page;
import segue.page.PageOptions;
import segue.spotify.access.SpotifySettings;

/** {@code ./segue page}: the live page, until it is stopped. */
@Command(
        name = "page",
        description = "Show recommendations in the browser, until stopped with Ctrl-C.",
        mixinStandardHelpOptions = true)
final class PageCommand implements Callable<Integer> {
    @Option(
            names = "--port",
            defaultValue = "" + PageOptions.DEFAULT_PORT,
            paramLabel = "PORT",
            description = "port to listen on, 0 for any free one (default: ${DEFAULT-VALUE})")
    private int port;

    @Option(
            names = "--host",
            defaultValue = "127.0.0.1",
            paramLabel = "HOST",
            description = "address to listen on (default: ${DEFAULT-VALUE}, this machine only)")
    private String host;

    @Option(
            names = "--behind-proxy",
            paramLabel = "NAME",
            description = "public name by which a reverse proxy serves the page; X-Forwarded-For then says who asks,"
                    + " so let nobody but the proxy reach the port")
    private String publicName;

    @Option(
            names = "--workers",
            paramLabel = "N",
            description = "searches worked on at the same time (default: the processors)")
    private Integer workers;

    @Option(
            names = "--waiting",
            paramLabel = "N",
            description = "searches that may wait, one client's at most half (default: 150); 503 beyond")
    private Integer waiting;

    @Option(
            names = "--connections",
            paramLabel = "N",
            description = "open connections, one client's at most half (default: 2000)")
    private Integer connections;

    @Option(
            names = "--access-log",
            arity = "0..1",
            fallbackValue = "/dev/stderr",
            paramLabel = "FILE",
            description = "write a line of JSON for every request, without addresses and queries"
                    + " (default: standard error)")
    private Path accessLog;

    @Option(
            names = "--database",
            paramLabel = "PLACE",
            description = "where ratings are kept: a file, or a JDBC URL of PostgreSQL, MySQL or MariaDB"
                    + " (default: segue/feedback.db in your own data folder)")
    private String database;

    @Option(names = "--no-feedback", description = "keep nothing of visitors: no ratings, no comparisons")
    private boolean withoutFeedback;

    @Option(
            names = "--music",
            paramLabel = "DIR",
            description = "folder of the recordings, to be played: those that the catalogue names,"
                    + " or found by their tags where it is a table of songs")
    private Path music;

    @Option(
            names = "--queue",
            paramLabel = "URL",
            description =
                    "Redis server that pages share their longer work by, redis://HOST:PORT (default: this process)")
    private String queue;

    @Option(names = "--catalog", paramLabel = "FILE", description = CatalogSource.DESCRIPTION)
    private Path file;

    @Override
    public Integer call() throws Exception {
        PageOptions options = options();
        System.err.println("segue: loading the songs …");
        Catalog catalog = CatalogSource.open(file);
        Page page = start(catalog, options);
        System.err.println("segue: " + catalog);
        page.whenMusicIsFound(found -> System.err.println("segue: " + found));
        System.err.println("segue: stop with Ctrl-C");
        System.out.println(page.url());
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(page::close));
        page.join();
        return 0;
    }

    private Page start(Catalog catalog, PageOptions options) throws CannotListenException {
        if (withoutFeedback || options.database().isPresent()) {
            return Page.start(catalog, options);
        }
        try {
            return Page.start(catalog, options.withDatabase(FeedbackPlace.address()));
        } catch (DatabaseException unusable) {
            // Nobody asked for it by name, and songs are found without it.
            System.err.println("segue: no ratings are kept, since " + unusable.getMessage()
                    + "; name another place with --database, or say --no-feedback");
            return Page.start(catalog, options);
        }
    }

    /** Whatever is wrong with it, the page does without. */
    private static Optional<SpotifySettings> spotify() {
        try {
            return Optional.of(SpotifyAccess.settings(new Settings()));
        } catch (IllegalArgumentException wrong) {
            System.err.println("segue: the page does without Spotify: " + wrong.getMessage());
            return Optional.empty();
        }
    }

    private PageOptions options() {
        PageOptions options = PageOptions.defaults().withHost(host).withPort(port);
        options = workers == null ? options : options.withWorkers(workers);
        options = waiting == null ? options : options.withWaiting(waiting);
        options = connections == null ? options : options.withConnections(connections);
        options = publicName == null ? options : options.withPublicName(publicName);
        options = withoutFeedback || database == null ? options : options.withDatabase(DatabaseAddress.of(database));
        options = music == null ? options : options.withMusic(music);
        options = queue == null ? options : options.withQueue(QueueAddress.of(queue));
        options = spotify().map(options::withSpotify).orElse(options);
        return accessLog == null ? options : options.withAccessLog(accessLog);
    }
}
