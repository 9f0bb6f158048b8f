package segue.spotify.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import segue.catalog.Catalog;
import segue.spotify.access.Patience;
import segue.spotify.access.Scope;
import segue.spotify.access.ServiceAddress;
import segue.spotify.access.SpotifySettings;

/**
 * A service on 127.0.0.1 that behaves as the documentation of Spotify's Web API says, with one invented account. What comes next
 * can be made to fail. For any number of threads; close it, and the sign-in goes with it.
 */
public final class SampleAccount implements AutoCloseable {
    /** Of the app that the account knows. */
    public static final String CLIENT_ID = "0123456789abcdef0123456789abcdef";

    private final AccountTokens tokens = new AccountTokens(
            CLIENT_ID, Arrays.stream(Scope.values()).map(Scope::id).collect(Collectors.joining(" ")));
    private final AccountApi api;
    private final AccountServer server;
    private Optional<SpotifySettings> settings = Optional.empty();

    private SampleAccount(AccountData data) {
        api = new AccountApi(data);
        try {
            server = new AccountServer(tokens, api);
        } catch (IOException refused) {
            throw new UncheckedIOException("this machine does not let Segue listen on 127.0.0.1: " + refused, refused);
        }
    }

    /**
     * An answer of the service.
     *
     * @param promised bytes that are announced, where that is more than there are
     * @param delayMillis before it comes
     */
    public record Answer(int status, Map<String, String> headers, String body, int promised, long delayMillis) {
        public static Answer of(int status, String body) {
            return new Answer(status, Map.of("Content-Type", "application/json"), body, 0, 0);
        }

        public static Answer error(int status, String message) {
            return of(status, "{\"error\": {\"status\": %d, \"message\": \"%s\"}}".formatted(status, message));
        }

        /** Too many requests. */
        public static Answer busy(int seconds) {
            return error(429, "Too many requests").with("Retry-After", Integer.toString(seconds));
        }

        public Answer with(String header, String value) {
            return new Answer(status, Map.of(header, value), body, promised, delayMillis);
        }

        public Answer cutOff() {
            return new Answer(status, headers, body, body.length() + 500, delayMillis);
        }

        public Answer after(long millis) {
            return new Answer(status, headers, body, promised, millis);
        }
    }

    /** A pair of tokens, and for how long the first is good. */
    public record Issued(String access, String refresh, int seconds) {}

    /** The account of an invented listener, on any free port. */
    public static SampleAccount start() {
        return start(Catalog.sample());
    }

    /** The same listener, where the service has the songs of a catalogue. */
    public static SampleAccount start(Catalog songs) {
        return of(SampleListener.account(songs));
    }

    public static SampleAccount of(AccountData data) {
        return new SampleAccount(data);
    }

    /** What is needed to speak with it: nothing is kept that outlives it. */
    public synchronized SpotifySettings settings() {
        if (settings.isEmpty()) {
            try {
                Path folder = Files.createTempDirectory("segue-sample-account");
                settings = Optional.of(settings(folder.resolve("tokens.json")).withClientId(CLIENT_ID));
            } catch (IOException refused) {
                throw new UncheckedIOException(refused);
            }
        }
        return settings.get();
    }

    /** Settings that keep the sign-in in a file, without a client id, on a redirect port of their own, and impatient. */
    public SpotifySettings settings(Path tokenFile) {
        try (ServerSocket free = new ServerSocket(0)) {
            return new SpotifySettings(
                    Optional.empty(),
                    tokenFile,
                    free.getLocalPort(),
                    address(),
                    Patience.defaults().withBackoff(Duration.ofMillis(5)).withSignIn(Duration.ofSeconds(60)));
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    public ServiceAddress address() {
        return ServiceAddress.of(server.origin());
    }

    /** Agrees as a person does in the browser: opens the address, and goes where the service sends it. */
    public void agree(URI address) {
        HttpClient browser = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        HttpRequest open = HttpRequest.newBuilder(address).build();
        CompletableFuture<?> page = browser.sendAsync(open, BodyHandlers.discarding());
        page.whenComplete((done, failed) -> browser.close());
    }

    /** The next requests whose paths begin so are answered thus, one each. */
    public void next(String path, Answer... answers) {
        server.next(path, answers);
    }

    /** Requests so far, {@code "GET /v1/me/tracks?limit=50&offset=0"}. */
    public List<String> requests() {
        return server.requests();
    }

    public long requests(String beginning) {
        return requests().stream()
                .filter(request -> request.startsWith(beginning))
                .count();
    }

    /** Playlists made so far, in their order. */
    public List<AccountList> made() {
        return api.made();
    }

    /** Tokens as a sign-in gets them, for one that is kept without a browser. Those before are taken no longer. */
    public Issued issue() {
        return tokens.issue();
    }

    /** How long access tokens are good from now on. */
    public void tokensLast(int seconds) {
        tokens.last(seconds);
    }

    /** Access tokens so far are no longer taken; refresh tokens are. */
    public void expireAccess() {
        tokens.expireAccess();
    }

    /** The person withdraws the app's permission. */
    public void revoke() {
        tokens.revoke();
    }

    /** Answers as to apps with extended quota: {@code track} for {@code item}, {@code tracks} for {@code items}. */
    public void useOlderForm() {
        api.forms().useOlder();
    }

    /** The liked songs are these from now on. */
    public void like(List<String> ids) {
        api.liked().clear();
        api.liked().addAll(ids);
    }

    @Override
    public synchronized void close() {
        server.close();
        settings.ifPresent(used -> {
            Path folder = used.tokenFile().getParent();
            try (var files = Files.newDirectoryStream(folder)) {
                for (Path file : files) {
                    Files.deleteIfExists(file);
                }
                Files.deleteIfExists(folder);
            } catch (IOException left) {
                throw new UncheckedIOException(left);
            }
        });
        settings = Optional.empty();
    }
}
