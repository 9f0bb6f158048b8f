package segue.page.server;

import java.time.Duration;

/**
 * How long the page waits for anything, so that nobody holds on to it.
 *
 * @param idle a connection on which nothing comes and nothing goes
 * @param headers the headers of a request, from their first byte to their last, however busily they trickle in
 * @param waiting a request's wait for a worker
 * @param computing the work on a request
 * @param exchange a request altogether, its body and the sending of its answer included
 */
public record Timeouts(Duration idle, Duration headers, Duration waiting, Duration computing, Duration exchange) {
    /** How long stopping waits for requests that are being worked on. */
    public static final Duration STOPPING = Duration.ofSeconds(6);

    private static final Duration LONGEST = Duration.ofHours(1);

    public Timeouts {
        require("idle", idle);
        require("headers", headers);
        require("waiting", waiting);
        require("computing", computing);
        require("exchange", exchange);
    }

    private static void require(String name, Duration value) {
        if (value.isNegative() || value.isZero() || value.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "the timeout %s must be above 0 and at most an hour but was %s".formatted(name, value));
        }
    }

    /** 20 s idle, 10 s for headers, 5 s waiting, 20 s computing, 5 minutes altogether. */
    public static Timeouts defaults() {
        return new Timeouts(
                Duration.ofSeconds(20),
                Duration.ofSeconds(10),
                Duration.ofSeconds(5),
                Duration.ofSeconds(20),
                Duration.ofMinutes(5));
    }

    public Timeouts withIdle(Duration idle) {
        return new Timeouts(idle, headers, waiting, computing, exchange);
    }

    public Timeouts withHeaders(Duration headers) {
        return new Timeouts(idle, headers, waiting, computing, exchange);
    }

    public Timeouts withWaiting(Duration waiting) {
        return new Timeouts(idle, headers, waiting, computing, exchange);
    }

    public Timeouts withComputing(Duration computing) {
        return new Timeouts(idle, headers, waiting, computing, exchange);
    }

    public Timeouts withExchange(Duration exchange) {
        return new Timeouts(idle, headers, waiting, computing, exchange);
    }
}
