package segue.spotify.access;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is needed to speak with Spotify.
 *
 * @param clientId of the person's own app at developer.spotify.com; empty where it is that of the last sign-in
 * @param tokenFile where the sign-in is kept, readable by its owner only
 * @param port of {@code http://127.0.0.1:PORT/callback}, to which Spotify sends the browser back, in [1024, 65535]
 * @param service where Spotify is
 * @param patience how long to wait for it
 */
public record SpotifySettings(
        Optional<String> clientId, Path tokenFile, int port, ServiceAddress service, Patience patience) {
    public static final int DEFAULT_PORT = 7073;

    private static final int FIRST_PORT = 1024;
    private static final int LAST_PORT = 65535;
    private static final Pattern CLIENT_ID = Pattern.compile("[0-9a-zA-Z]{16,64}");

    public SpotifySettings {
        if (port < FIRST_PORT || port > LAST_PORT) {
            throw new IllegalArgumentException(
                    "the port that Spotify sends the browser back to must be in [%d, %d] but was %d"
                            .formatted(FIRST_PORT, LAST_PORT, port));
        }
        clientId.filter(id -> !CLIENT_ID.matcher(id).matches()).ifPresent(id -> {
            throw new IllegalArgumentException("the client id of a Spotify app must be 32 letters and digits, as"
                    + " developer.spotify.com/dashboard shows it, but was " + masked(id));
        });
    }

    /**
     * From the environment: {@code SEGUE_SPOTIFY_CLIENT_ID}, {@code SEGUE_SPOTIFY_PORT}, {@code SEGUE_SPOTIFY_TOKENS} (a
     * file; by default {@code segue/spotify.json} in the folder of the person's settings). {@code SEGUE_SPOTIFY_SERVICE} puts a
     * server on this machine in Spotify's place, as tests and the notebook on recorded answers do.
     */
    public static SpotifySettings defaults() {
        return of(System.getenv());
    }

    static SpotifySettings of(Map<String, String> environment) {
        Optional<String> id = told(environment, "SEGUE_SPOTIFY_CLIENT_ID");
        Path file = told(environment, "SEGUE_SPOTIFY_TOKENS").map(Path::of).orElseGet(() -> tokenFile(environment));
        int port = told(environment, "SEGUE_SPOTIFY_PORT")
                .map(SpotifySettings::port)
                .orElse(DEFAULT_PORT);
        ServiceAddress service = told(environment, "SEGUE_SPOTIFY_SERVICE")
                .map(ServiceAddress::onThisMachine)
                .orElse(ServiceAddress.SPOTIFY);
        return new SpotifySettings(id, file, port, service, Patience.defaults());
    }

    /** The port in a text. */
    public static int port(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException noNumber) {
            throw new IllegalArgumentException(
                    "the port that Spotify sends the browser back to must be a number but was '" + text + "'",
                    noNumber);
        }
    }

    public SpotifySettings withClientId(String id) {
        return new SpotifySettings(Optional.of(id), tokenFile, port, service, patience);
    }

    public SpotifySettings withTokenFile(Path file) {
        return new SpotifySettings(clientId, file, port, service, patience);
    }

    public SpotifySettings withPort(int other) {
        return new SpotifySettings(clientId, tokenFile, other, service, patience);
    }

    public SpotifySettings withService(ServiceAddress other) {
        return new SpotifySettings(clientId, tokenFile, port, other, patience);
    }

    public SpotifySettings withPatience(Patience other) {
        return new SpotifySettings(clientId, tokenFile, port, service, other);
    }

    /** What the app must name as its redirect URI. */
    public String redirectUri() {
        return "http://127.0.0.1:" + port + RedirectListener.PATH;
    }

    /** How to get what is missing, in two sentences. */
    public String howToConnect() {
        return "Make an app of your own at https://developer.spotify.com/dashboard (Spotify asks for a Premium account) with"
                + " the redirect URI " + redirectUri() + " and the Web API, and set SEGUE_SPOTIFY_CLIENT_ID, or"
                + " spotify-client-id in segue.properties, to its client id; no secret is needed."
                + " Then './segue spotify sign-in' opens the browser once, and everything else in Segue works without it.";
    }

    /** {@code "3f9a…"}: enough to recognise it by. */
    public static String masked(String secret) {
        return secret.substring(0, Math.min(4, secret.length() / 2)) + "…";
    }

    private static Optional<String> told(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    private static Path tokenFile(Map<String, String> environment) {
        Path folder = told(environment, "XDG_CONFIG_HOME")
                .or(() -> told(environment, "APPDATA"))
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".config"));
        return folder.resolve("segue").resolve("spotify.json");
    }
}
