package segue.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import segue.spotify.access.SignIn;
import segue.spotify.access.SpotifyException;
import segue.spotify.access.SpotifySettings;

/** How the commands come to Spotify: from the settings, without asking anybody. */
final class SpotifyAccess {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneOffset.UTC);

    /** Where a caller in this process puts another account than the person's, for as long as a command runs. */
    static final ScopedValue<SpotifySettings> PLACE = ScopedValue.newInstance();

    private SpotifyAccess() {}

    /** @param ok false where a person should do something about it; not to be signed in is no fault */
    record State(boolean ok, String detail) {}

    static SpotifySettings settings(Settings from) {
        if (PLACE.isBound()) {
            return PLACE.get();
        }
        SpotifySettings spotify = SpotifySettings.defaults();
        Optional<String> id = value(from, "spotify-client-id");
        Optional<String> port = value(from, "spotify-port");
        Optional<String> tokens = value(from, "spotify-tokens");
        spotify = id.isPresent() ? spotify.withClientId(id.get()) : spotify;
        spotify = port.isPresent() ? spotify.withPort(SpotifySettings.port(port.get())) : spotify;
        return tokens.isPresent() ? spotify.withTokenFile(Path.of(tokens.get())) : spotify;
    }

    static State state(Settings from) {
        try {
            SpotifySettings settings = settings(from);
            return SignIn.status(settings)
                    .map(status -> status.ends().isAfter(Instant.now())
                            ? new State(true, "signed in until " + day(status.ends()))
                            : new State(
                                    false,
                                    "the sign-in ended on " + day(status.ends()) + ": './segue spotify sign-in'"))
                    .orElseGet(() -> new State(
                            true,
                            settings.clientId().isPresent()
                                    ? "not signed in: './segue spotify sign-in'"
                                    : "none, and nothing else needs it: './segue spotify status' says how to get it"));
        } catch (SpotifyException | IllegalArgumentException wrong) {
            return new State(false, wrong.getMessage());
        }
    }

    static String day(Instant at) {
        return DAY.format(at);
    }

    private static Optional<String> value(Settings from, String name) {
        return from.get(name).map(Settings.Setting::value).filter(value -> !value.isBlank());
    }
}
