package segue.page.spotify;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import segue.page.server.ApiError;
import segue.page.server.HostCheck;
import segue.spotify.access.SpotifySettings;

/**
 * Whether a page is its person's own: the account is that of whoever started it, so nobody else may reach it.
 *
 * @param settings of the person; empty where the page was started without
 * @param reason why the account is not to be had here, one sentence; empty where it is
 */
record OwnPage(Optional<SpotifySettings> settings, Optional<String> reason) {
    /** What proxies add; one that adds nothing cannot be told from a browser. */
    private static final List<String> OF_PROXIES = List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "Via");

    private static final String HINT =
            "Start a page of your own: ./segue page listens to your own machine only, and ./segue spotify does the same without a page.";

    static OwnPage of(String host, Optional<String> publicName, Optional<SpotifySettings> settings) {
        if (publicName.isPresent()) {
            return none(settings, "This page is served to others by a proxy, and a Spotify account is one person's.");
        }
        if (!HostCheck.isLoopback(host)) {
            return none(
                    settings,
                    "This page listens to other machines than its own, and a Spotify account is one person's.");
        }
        return settings.isEmpty()
                ? none(settings, "This page was started without Spotify.")
                : new OwnPage(settings, Optional.empty());
    }

    private static OwnPage none(Optional<SpotifySettings> settings, String reason) {
        return new OwnPage(settings, Optional.of(reason));
    }

    /** @throws ApiError 404, if this is nobody's own page, or the request came by a proxy */
    SpotifySettings require(Context ctx) {
        reason.ifPresent(why -> {
            throw notHere(why);
        });
        if (OF_PROXIES.stream().anyMatch(header -> ctx.header(header) != null)) {
            throw notHere("This request came by a proxy, and a Spotify account is one person's.");
        }
        return settings.orElseThrow();
    }

    private static ApiError notHere(String why) {
        return new ApiError(404, "spotify_not_here", why, HINT);
    }
}
