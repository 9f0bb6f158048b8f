package segue.spotify.access;

import java.time.Duration;

/**
 * How long to wait for what.
 *
 * @param connect until a connection stands, 10 s
 * @param answer until a whole answer is there, 30 s
 * @param busy in all, where Spotify asks to wait (429), 2 min
 * @param retries how often a request is repeated that failed on Spotify's side or on the way, in [0, 10], 3
 * @param backoff before the first repetition, twice as long before each further one, 0.5 s
 * @param signIn until the person has agreed in the browser, 5 min
 */
public record Patience(
        Duration connect, Duration answer, Duration busy, int retries, Duration backoff, Duration signIn) {
    private static final int MOST_RETRIES = 10;

    public Patience {
        requirePositive("connect", connect);
        requirePositive("answer", answer);
        requirePositive("busy", busy);
        requirePositive("backoff", backoff);
        requirePositive("signIn", signIn);
        if (retries < 0 || retries > MOST_RETRIES) {
            throw new IllegalArgumentException(
                    "retries must be in [0, %d] but was %d".formatted(MOST_RETRIES, retries));
        }
    }

    public static Patience defaults() {
        return new Patience(
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                Duration.ofMinutes(2),
                3,
                Duration.ofMillis(500),
                Duration.ofMinutes(5));
    }

    public Patience withAnswer(Duration wait) {
        return new Patience(connect, wait, busy, retries, backoff, signIn);
    }

    public Patience withBusy(Duration wait) {
        return new Patience(connect, answer, wait, retries, backoff, signIn);
    }

    public Patience withRetries(int times) {
        return new Patience(connect, answer, busy, times, backoff, signIn);
    }

    public Patience withBackoff(Duration wait) {
        return new Patience(connect, answer, busy, retries, wait, signIn);
    }

    public Patience withSignIn(Duration wait) {
        return new Patience(connect, answer, busy, retries, backoff, wait);
    }

    private static void requirePositive(String name, Duration wait) {
        if (!wait.isPositive()) {
            throw new IllegalArgumentException(name + " must be longer than nothing but was " + wait);
        }
    }
}
