package segue.spotify.access;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import segue.spotify.access.SpotifyException.Reason;

/**
 * Sends requests, with patience: waits where Spotify asks to (429 with Retry-After), repeats what failed on its side or on the
 * way, follows no redirect (the next server would be handed the token). Ends when its thread is interrupted. For any number of
 * threads.
 */
final class Exchange {
    /** A page of fifty songs is some 120 kB. */
    private static final long LONGEST_ANSWER = 16L << 20;

    /** What an answer has, since July 2026, where not the rate is too high but a quota is used up. */
    private static final String QUOTA_EXCEEDED = "QUOTA_EXCEEDED";

    private final HttpClient client;
    private final Patience patience;

    Exchange(Patience patience) {
        this.patience = patience;
        this.client = HttpClient.newBuilder()
                .connectTimeout(patience.connect())
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    /**
     * The answer, whatever its status, but for those that were worth another try.
     *
     * @param repeatable whether doing it twice is as doing it once; what is not is repeated only where it was refused (429) or
     *     never sent
     * @param say told when there is a wait
     * @throws SpotifyException if there is none in time
     * @throws CancellationException if the thread is interrupted
     */
    HttpResponse<String> send(HttpRequest request, boolean repeatable, Consumer<String> say) {
        Duration waited = Duration.ZERO;
        for (int failures = 0; ; ) {
            try {
                HttpResponse<String> answer = once(request);
                if (answer.statusCode() == 429) {
                    Duration asked = RetryAfter.in(answer).orElse(patience.backoff());
                    Duration wait = asked.compareTo(patience.backoff()) < 0 ? patience.backoff() : asked;
                    waited = waited.plus(wait);
                    if (waited.compareTo(patience.busy()) > 0) {
                        throw new SpotifyException(
                                Reason.BUSY,
                                (answer.body().contains(QUOTA_EXCEEDED)
                                                ? "the requests that Spotify grants a developer's apps together are used up, and it"
                                                        + " asks to wait "
                                                : "Spotify has had too many requests from this app and asks to wait ")
                                        + shown(wait)
                                        + ". Try again after that; development mode allows few requests in 30 seconds.");
                    }
                    say.accept("Spotify asks to wait " + shown(wait));
                    sleep(wait, "Spotify was waited for");
                    continue;
                }
                boolean again = answer.statusCode() >= 500 && repeatable && failures < patience.retries();
                if (!again) {
                    return answer;
                }
                say.accept("Spotify answers " + answer.statusCode() + ", trying again");
            } catch (IOException failed) {
                boolean neverSent = failed instanceof ConnectException;
                if (failures >= patience.retries() || !repeatable && !neverSent) {
                    throw offline(request, failed);
                }
                say.accept("no answer from Spotify, trying again");
            }
            sleep(pause(failures++), "Spotify was waited for");
        }
    }

    private HttpResponse<String> once(HttpRequest request) throws IOException {
        CompletableFuture<HttpResponse<String>> future = client.sendAsync(
                request, BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), LONGEST_ANSWER));
        try {
            return future.get(patience.answer().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            throw new IOException("no whole answer within " + shown(patience.answer()), slow);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof IOException io) {
                throw io;
            }
            throw new IOException(failed.getCause());
        } catch (InterruptedException stopped) {
            throw stopped("Spotify was asked");
        } finally {
            future.cancel(true);
        }
    }

    private Duration pause(int failures) {
        return patience.backoff().multipliedBy(1L << failures);
    }

    private static SpotifyException offline(HttpRequest request, IOException failed) {
        Throwable cause = failed;
        while (cause.getCause() != null && cause.getMessage() == null) {
            cause = cause.getCause();
        }
        String why = cause instanceof UnresolvedAddressException
                ? "its name cannot be resolved"
                : cause.getMessage() == null ? "no connection" : cause.getMessage();
        return new SpotifyException(
                Reason.OFFLINE,
                "%s cannot be reached: %s. Is this machine online, and does a proxy or firewall let it through?"
                        .formatted(request.uri().getAuthority(), why),
                failed);
    }

    /** @throws CancellationException if the thread is interrupted */
    static void sleep(Duration wait, String what) {
        try {
            Thread.sleep(wait);
        } catch (InterruptedException stopped) {
            throw stopped(what);
        }
    }

    static CancellationException stopped(String what) {
        Thread.currentThread().interrupt();
        return new CancellationException("stopped while " + what);
    }

    /** {@code "0.5 s"}, {@code "12 s"}, {@code "3 h 20 min"}. */
    static String shown(Duration wait) {
        long seconds = wait.toSeconds();
        if (seconds < 1) {
            return wait.toMillis() + " ms";
        }
        if (seconds < 120) {
            return seconds + " s";
        }
        return seconds < 7200 ? (seconds + 59) / 60 + " min" : seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
    }
}
