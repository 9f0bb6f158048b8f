package segue.page;

import java.nio.file.Path;
import java.util.Optional;
import segue.feedback.sql.DatabaseAddress;
import segue.jobs.redis.QueueAddress;
import segue.page.server.AccessLog;
import segue.page.server.Timeouts;
import segue.spotify.access.SpotifySettings;

/**
 * Where the page listens, how much it does at once, and what it keeps of it.
 *
 * @param host name or address of this machine to listen on; {@code 127.0.0.1} is reachable from this machine only
 * @param port 1 to 65535, or 0 for any free one
 * @param workers searches worked on at the same time, 1 to 256
 * @param waiting searches that may wait for a worker before the page answers 503, 0 to 10000; one client gets at most half of
 *     the places
 * @param connections open at the same time, 4 to 100000; one client gets at most half of them
 * @param timeouts how long the page waits for anything
 * @param publicName by which a reverse proxy serves the page: then {@code X-Forwarded-For} says who asks, so the port must be
 *     reachable by the proxy only; empty where there is none
 * @param database that keeps what visitors say; empty where nothing is kept, and nothing can be rated
 * @param music folder of the recordings that the catalogue names, to be played; empty where none are
 * @param queue that heavy work waits in, shared with other pages; empty for one in this process
 * @param spotify by which the page speaks with Spotify, where it listens to its own person only; empty where it does not
 * @param accessLog the file that gets a line for every request, {@link AccessLog#STDERR} for standard error; empty for none
 */
public record PageOptions(
        String host,
        int port,
        int workers,
        int waiting,
        int connections,
        Timeouts timeouts,
        Optional<String> publicName,
        Optional<DatabaseAddress> database,
        Optional<Path> music,
        Optional<QueueAddress> queue,
        Optional<SpotifySettings> spotify,
        Optional<Path> accessLog) {
    public static final int DEFAULT_PORT = 7070;

    public PageOptions {
        requireName("host", host, "127.0.0.1");
        require("port", port, 0, 65_535);
        require("workers", workers, 1, 256);
        require("waiting", waiting, 0, 10_000);
        require("connections", connections, 4, 100_000);
        publicName.ifPresent(name -> requireName("public name", name, "music.example"));
    }

    private static void requireName(String what, String name, String like) {
        if (name.isBlank() || name.chars().anyMatch(c -> c <= ' ' || c == '/')) {
            throw new IllegalArgumentException(
                    "%s must be a name or address such as %s but was \"%s\"".formatted(what, like, name));
        }
    }

    private static void require(String name, int value, int low, int high) {
        if (value < low || value > high) {
            throw new IllegalArgumentException("%s must be in [%d, %d] but was %d".formatted(name, low, high, value));
        }
    }

    /**
     * Port {@value #DEFAULT_PORT} of 127.0.0.1, a worker for every processor, 150 places to wait, 2,000 connections, no proxy,
     * no database, no music, a queue in this process, no Spotify, no log.
     */
    public static PageOptions defaults() {
        int processors = Runtime.getRuntime().availableProcessors();
        return new PageOptions(
                "127.0.0.1",
                DEFAULT_PORT,
                Math.clamp(processors, 2, 256),
                150,
                2_000,
                Timeouts.defaults(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public PageOptions withHost(String host) {
        return new PageOptions(
                host,
                port,
                workers,
                waiting,
                connections,
                timeouts,
                publicName,
                database,
                music,
                queue,
                spotify,
                accessLog);
    }

    public PageOptions withPort(int port) {
        return new PageOptions(
                host,
                port,
                workers,
                waiting,
                connections,
                timeouts,
                publicName,
                database,
                music,
                queue,
                spotify,
                accessLog);
    }

    public PageOptions withWorkers(int workers) {
        return new PageOptions(
                host,
                port,
                workers,
                waiting,
                connections,
                timeouts,
                publicName,
                database,
                music,
                queue,
                spotify,
                accessLog);
    }

    public PageOptions withWaiting(int waiting) {
        return new PageOptions(
                host,
                port,
                workers,
                waiting,
                connections,
                timeouts,
                publicName,
                database,
                music,
                queue,
                spotify,
                accessLog);
    }

    public PageOptions withConnections(int connections) {
        return new PageOptions(
                host,
                port,
                workers,
                waiting,
                connections,
                timeouts,
                publicName,
                database,
                music,
                queue,
                spotify,
                accessLog);
    }

    public PageOptions withTimeouts(Timeouts timeouts) {
        return new PageOptions(
                host,
                port,
                workers,
                waiting,
                connections,
                timeouts,
                publicName,
                database,
                music,
                queue,
                spotify,
                accessLog);
    }

    public PageOptions withPublicName(String publicName) {
        return new PageOptions(
                host,
                port,
                workers,
                waiting,
                connections,
                timeouts,
                Optional.of(publicName),
                database,
                music,
                queue,
                spotify,
                accessLog);
    }

    public PageOptions withDatabase(DatabaseAddress database) {
        return new PageOptions(
                host,
                port,
                workers,
                waiting,
                connections,
                timeouts,
                publicName,
                Optional.of(database),
                music,
                queue,
                spotify,
                accessLog);
    }

    public PageOptions withMusic(Path music) {
        return new PageOptions(
                host,
                port,
                workers,
                waiting,
                connections,
                timeouts,
                publicName,
                database,
                Optional.of(music),
                queue,
                spotify,
                accessLog);
    }

    public PageOptions withQueue(QueueAddress queue) {
        return new PageOptions(
                host,
                port,
                workers,
                waiting,
                connections,
                timeouts,
                publicName,
                database,
                music,
                Optional.of(queue),
                spotify,
                accessLog);
    }

    public PageOptions withSpotify(SpotifySettings spotify) {
        return new PageOptions(
                host,
                port,
                workers,
                waiting,
                connections,
                timeouts,
                publicName,
                database,
                music,
                queue,
                Optional.of(spotify),
                accessLog);
    }

    public PageOptions withAccessLog(Path accessLog) {
        return new PageOptions(
                host,
                port,
                workers,
                waiting,
                connections,
                timeouts,
                publicName,
                database,
                music,
                queue,
                spotify,
                Optional.of(accessLog));
    }
}
