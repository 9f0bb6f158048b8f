package segue.spotify.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import se.michaelthelin.spotify.IHttpManager;
import segue.spotify.access.SpotifyException.Reason;

/**
 * A sign-in that is in use: hands out the access token of the moment, gets the next one before it ends or when Spotify takes it
 * no longer. Many threads, and other processes with the same file, share one refresh. For any number of threads.
 */
public final class SpotifySession {
    private static final Duration MARGIN = Duration.ofSeconds(60);

    private final SpotifySettings settings;
    private final TokenFile file;
    private final Exchange exchange;
    private final TokenEndpoint endpoint;
    private final ReentrantLock refreshing = new ReentrantLock();
    private volatile Tokens tokens;

    private SpotifySession(SpotifySettings settings, TokenFile file, Exchange exchange, Tokens tokens) {
        this.settings = settings;
        this.file = file;
        this.exchange = exchange;
        this.endpoint = new TokenEndpoint(exchange, settings.service());
        this.tokens = tokens;
    }

    /**
     * The sign-in that is kept in the settings' file.
     *
     * @throws SpotifyException if there is none, saying how to get one
     */
    public static SpotifySession open(SpotifySettings settings) {
        TokenFile file = new TokenFile(settings.tokenFile());
        Tokens tokens = file.read()
                .orElseThrow(() -> new SpotifyException(
                        settings.clientId().isPresent() ? Reason.NOT_SIGNED_IN : Reason.NOT_CONFIGURED,
                        settings.clientId().isPresent()
                                ? "Segue is not signed in to Spotify. Run './segue spotify sign-in' once; the browser opens."
                                : settings.howToConnect()));
        settings.clientId().filter(id -> !id.equals(tokens.clientId())).ifPresent(other -> {
            throw new SpotifyException(
                    Reason.NOT_SIGNED_IN,
                    "Segue is signed in with another app than the one whose client id is set (%s). Run './segue spotify sign-in'"
                                    .formatted(SpotifySettings.masked(other))
                            + " again.");
        });
        return new SpotifySession(settings, file, new Exchange(settings.patience()), tokens);
    }

    /** When Spotify will ask the person again, six months after they agreed. */
    public Instant ends() {
        return tokens.ends();
    }

    public boolean allows(Scope scope) {
        return tokens.scopes().contains(scope.id());
    }

    /** Sends requests of the Java library in the name of this sign-in. @param say told when there is a wait */
    public IHttpManager manager(Consumer<String> say) {
        return new ApiManager(this, say);
    }

    /** What the library's requests are built with; the {@linkplain #manager manager} puts the real one in its place. */
    public String placeholder() {
        return ApiManager.PLACEHOLDER;
    }

    SpotifySettings settings() {
        return settings;
    }

    Exchange exchange() {
        return exchange;
    }

    String accessToken() {
        Tokens now = tokens;
        return now.usable(Instant.now().plus(MARGIN)) ? now.access() : another(now.access());
    }

    /** A token other than {@code refused}: one that came meanwhile, or a new one. */
    String another(String refused) {
        try {
            refreshing.lockInterruptibly();
        } catch (InterruptedException stopped) {
            throw Exchange.stopped("the sign-in was renewed");
        }
        try {
            if (tokens.access().equals(refused)) {
                tokens = file.alone(() -> renewed(refused));
            }
            return tokens.access();
        } finally {
            refreshing.unlock();
        }
    }

    private Tokens renewed(String refused) {
        Optional<Tokens> kept = file.read();
        if (kept.isEmpty()) {
            throw new SpotifyException(
                    Reason.NOT_SIGNED_IN, "Segue was signed out meanwhile. Run './segue spotify sign-in' to go on.");
        }
        if (!kept.get().access().equals(refused)
                && kept.get().usable(Instant.now().plus(MARGIN))) {
            return kept.get();
        }
        try {
            Tokens next = endpoint.refreshed(kept.get());
            file.write(next);
            return next;
        } catch (SpotifyException failed) {
            if (failed.reason() != Reason.SIGN_IN_ENDED) {
                throw failed;
            }
            file.delete();
            boolean old = !Instant.now().isBefore(kept.get().ends());
            throw new SpotifyException(
                    Reason.SIGN_IN_ENDED,
                    (old
                                    ? "the sign-in to Spotify has ended, as each does after six months"
                                    : "the sign-in to Spotify is no longer good: it was revoked, or used elsewhere (\""
                                            + failed.getMessage() + "\")")
                            + ". Run './segue spotify sign-in' again.",
                    failed);
        }
    }
}
