package segue.spotify.access;

import java.net.URI;

/**
 * Where the service is. The Java library knows Spotify's hosts only, and its token calls cannot be told otherwise: its
 * addresses are moved here just before a request is sent.
 *
 * @param api of the Web API, {@code https://api.spotify.com}
 * @param accounts of sign-in and tokens, {@code https://accounts.spotify.com}
 */
public record ServiceAddress(URI api, URI accounts) {
    /** Spotify's own. */
    public static final ServiceAddress SPOTIFY =
            new ServiceAddress(URI.create("https://api.spotify.com"), URI.create("https://accounts.spotify.com"));

    /** @throws IllegalArgumentException if either is more or less than scheme, host and port */
    public ServiceAddress {
        requireOrigin(api);
        requireOrigin(accounts);
    }

    /** Both at one address: a server for tests, on this machine. */
    public static ServiceAddress of(URI origin) {
        return new ServiceAddress(origin, origin);
    }

    /** @throws IllegalArgumentException if it is elsewhere: tokens are sent there */
    static ServiceAddress onThisMachine(String origin) {
        if (!origin.matches("http://127\\.0\\.0\\.1:[0-9]{1,5}")) {
            throw new IllegalArgumentException(
                    "SEGUE_SPOTIFY_SERVICE must be like http://127.0.0.1:8080 but was " + origin);
        }
        return of(URI.create(origin));
    }

    /** The same address at this service. */
    URI moved(URI spotifys) {
        URI origin = spotifys.getHost().equals(SPOTIFY.accounts.getHost()) ? accounts : api;
        String query = spotifys.getRawQuery() == null ? "" : "?" + spotifys.getRawQuery();
        return URI.create(origin + spotifys.getRawPath() + query);
    }

    private static void requireOrigin(URI uri) {
        if (uri.getScheme() == null
                || uri.getHost() == null
                || !uri.getRawPath().isEmpty()) {
            throw new IllegalArgumentException(
                    "the address of a service must be like https://api.spotify.com but was " + uri);
        }
    }
}
