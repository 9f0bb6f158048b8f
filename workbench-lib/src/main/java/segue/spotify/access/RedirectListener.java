package segue.spotify.access;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import segue.spotify.access.SpotifyException.Reason;

/**
 * Waits on 127.0.0.1 for the browser to come back from Spotify, once. What does not carry the state of this sign-in is turned
 * away and changes nothing: other pages can send the browser here too.
 */
final class RedirectListener implements AutoCloseable {
    static final String PATH = "/callback";

    private static final long LAST_WORDS_SECONDS = 60;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Pkce pkce;
    private final CompletableFuture<Map<String, String>> returned = new CompletableFuture<>();
    private final CompletableFuture<String> outcome = new CompletableFuture<>();
    private final CompletableFuture<Void> told = new CompletableFuture<>();
    private final AtomicBoolean used = new AtomicBoolean();

    /** @throws SpotifyException if the port is taken */
    RedirectListener(int port, Pkce pkce) {
        this.pkce = pkce;
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        } catch (BindException taken) {
            throw new SpotifyException(
                    Reason.SIGN_IN_FAILED,
                    "port %d, to which Spotify sends the browser back, is taken: end what listens there, or set"
                                    .formatted(port)
                            + " SEGUE_SPOTIFY_PORT to another and add http://127.0.0.1:PORT/callback to the redirect URIs of"
                            + " your app.",
                    taken);
        } catch (IOException refused) {
            throw new SpotifyException(
                    Reason.SIGN_IN_FAILED, "this machine does not let Segue listen on 127.0.0.1: " + refused, refused);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /**
     * The code that Spotify gave.
     *
     * @throws SpotifyException if the person said no, or nothing, in time
     */
    String code(Duration patience) {
        Map<String, String> back;
        try {
            back = returned.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException nobodyCame) {
            throw new SpotifyException(
                    Reason.SIGN_IN_FAILED,
                    "nobody agreed in the browser within " + Exchange.shown(patience)
                            + ". Run './segue spotify sign-in' again. If the browser showed an error of Spotify's: the app must"
                            + " list the redirect URI exactly.",
                    nobodyCame);
        } catch (InterruptedException stopped) {
            throw Exchange.stopped("the browser was waited for");
        } catch (ExecutionException never) {
            throw new IllegalStateException(never);
        }
        String error = back.get("error");
        if (error != null) {
            throw new SpotifyException(
                    Reason.SIGN_IN_FAILED,
                    error.equals("access_denied")
                            ? "you did not agree at Spotify, so Segue is not signed in. Run './segue spotify sign-in' if that"
                                    + " was not meant."
                            : "Spotify ended the sign-in: " + Errors.message(error) + ".");
        }
        return back.get("code");
    }

    /** What the browser shows at the end. */
    void tell(String sentence) {
        outcome.complete(sentence);
        if (used.get()) {
            told.completeOnTimeout(null, 2, TimeUnit.SECONDS).join();
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String host = exchange.getRequestHeaders().getFirst("Host");
            boolean here = ("127.0.0.1:" + server.getAddress().getPort()).equals(host);
            if (!here || !exchange.getRequestURI().getPath().equals(PATH)) {
                answer(exchange, 404, "There is nothing here.");
                return;
            }
            if (!exchange.getRequestMethod().equals("GET")) {
                answer(exchange, 405, "This address is for Spotify's answer.");
                return;
            }
            Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
            boolean whole = query.containsKey("code") || query.containsKey("error");
            if (!whole || !pkce.isState(query.getOrDefault("state", ""))) {
                answer(
                        exchange,
                        400,
                        "This is no answer to the sign-in that Segue waits for. Start it again in Segue.");
                return;
            }
            if (!used.compareAndSet(false, true)) {
                answer(exchange, 410, "This answer has been used already. You can close this page.");
                return;
            }
            returned.complete(query);
            try {
                answer(exchange, 200, outcome.get(LAST_WORDS_SECONDS, TimeUnit.SECONDS));
            } catch (InterruptedException | ExecutionException | TimeoutException gone) {
                answer(exchange, 500, "Segue was stopped before the sign-in was done. Start it again there.");
            }
        } finally {
            if (outcome.isDone()) {
                told.complete(null);
            }
        }
    }

    private static void answer(HttpExchange exchange, int status, String sentence) throws IOException {
        byte[] page = SignInPage.of(sentence).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.getResponseHeaders().set("Content-Security-Policy", SignInPage.POLICY);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
        exchange.getResponseHeaders().set("Connection", "close");
        exchange.sendResponseHeaders(status, page.length);
        exchange.getResponseBody().write(page);
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> query = new HashMap<>();
        for (String pair : raw == null ? new String[0] : raw.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                try {
                    query.putIfAbsent(
                            pair.substring(0, equals),
                            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
                } catch (IllegalArgumentException brokenEscape) {
                    return Map.of();
                }
            }
        }
        return query;
    }

    @Override
    public void close() {
        // Stopping takes an interrupt for its own and forgets it.
        boolean interrupted = Thread.interrupted();
        server.stop(0);
        threads.shutdownNow();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
