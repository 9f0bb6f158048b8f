package segue.spotify.access;

import java.net.URI;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import segue.spotify.access.SpotifyException.Reason;

/**
 * Signing in and out, by authorization code with PKCE: the person agrees at Spotify in the browser, no password and no secret
 * comes by here.
 *
 * <pre>{@code
 * SignIn.to(SpotifySettings.defaults(), address -> System.out.println("Open " + address));
 * }</pre>
 */
public final class SignIn {
    /** Where a person withdraws what they allowed. */
    public static final String REVOKE = "https://www.spotify.com/account/apps/";

    private SignIn() {}

    /** @param clientId masked; {@code ends} is when Spotify will ask again, {@code allowed} how many permissions there are */
    public record Status(String clientId, Instant since, Instant ends, int allowed) {}

    /**
     * Signs in, and keeps the sign-in in the settings' file.
     *
     * @param show opens the address in a browser, or shows it
     * @throws SpotifyException if no client id is set, the person does not agree in time, or Spotify refuses
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public static SpotifySession to(SpotifySettings settings, Consumer<URI> show) {
        TokenFile file = new TokenFile(settings.tokenFile());
        String clientId = settings.clientId()
                .or(() -> kept(file).map(Tokens::clientId))
                .orElseThrow(() -> new SpotifyException(Reason.NOT_CONFIGURED, settings.howToConnect()));
        TokenEndpoint endpoint = new TokenEndpoint(new Exchange(settings.patience()), settings.service());
        URI redirect = URI.create(settings.redirectUri());
        Pkce pkce = Pkce.fresh();
        String end = "Segue was stopped before the sign-in was done. Start it again there.";
        try (RedirectListener listener = new RedirectListener(settings.port(), pkce)) {
            try {
                show.accept(endpoint.authorization(clientId, pkce, redirect));
                String code = listener.code(settings.patience().signIn());
                Tokens tokens = endpoint.forCode(clientId, code, pkce, redirect);
                file.alone(() -> {
                    file.write(tokens);
                    return null;
                });
                end = "Segue is signed in to Spotify. You can close this page.";
            } catch (SpotifyException failed) {
                end = "Segue is not signed in: " + failed.getMessage();
                throw explained(failed);
            } finally {
                listener.tell(end);
            }
        }
        return SpotifySession.open(settings.withClientId(clientId));
    }

    /**
     * Deletes the sign-in from this machine. What was allowed stays allowed at Spotify until it is withdrawn at {@link #REVOKE}.
     *
     * @return whether there was one
     */
    public static boolean out(SpotifySettings settings) {
        TokenFile file = new TokenFile(settings.tokenFile());
        return Files.exists(file.path()) && file.alone(file::delete);
    }

    /** Whether there is a sign-in, and until when; asks nobody. */
    public static Optional<Status> status(SpotifySettings settings) {
        return new TokenFile(settings.tokenFile())
                .read()
                .map(tokens -> new Status(
                        SpotifySettings.masked(tokens.clientId()),
                        tokens.since(),
                        tokens.ends(),
                        tokens.scopes().size()));
    }

    private static Optional<Tokens> kept(TokenFile file) {
        try {
            return file.read();
        } catch (SpotifyException unreadable) {
            return Optional.empty();
        }
    }

    private static SpotifyException explained(SpotifyException failed) {
        return failed.reason() == Reason.SIGN_IN_ENDED
                ? new SpotifyException(
                        Reason.SIGN_IN_FAILED,
                        "Spotify did not take the answer of the browser (\"" + failed.getMessage()
                                + "\"). Run './segue spotify sign-in' again.",
                        failed)
                : failed;
    }
}
