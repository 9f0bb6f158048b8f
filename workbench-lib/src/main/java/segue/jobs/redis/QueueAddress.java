package segue.jobs.redis;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a shared queue is kept: a Redis server by its URL. As text it shows no password.
 *
 * @param encrypted whether by TLS, with a certificate that this Java trusts and that names the host
 * @param port 1 to 65535
 * @param user empty for the server's default user
 * @param database number of the server's database, 0 to 1,000,000
 */
public record QueueAddress(
        boolean encrypted, String host, int port, Optional<String> user, Optional<String> password, int database) {
    /** Redis's own. */
    public static final int DEFAULT_PORT = 6379;

    private static final Pattern SECRET = Pattern.compile("(?<=://)([^/@:]*:)?.*@");
    private static final String EXPECTED =
            "expected redis://HOST:PORT, redis://:PASSWORD@HOST:PORT/DATABASE, or the same with rediss for TLS";

    /**
     * @param url {@code redis://[[USER]:PASSWORD@]HOST[:PORT][/DATABASE]}, or {@code rediss} for TLS; a password's letters that mean
     *     something in URLs are written as {@code %} and two hexadecimal digits ({@code @} as {@code %40}, {@code /} as {@code %2F})
     * @throws IllegalArgumentException if it is none, saying what was expected
     */
    public static QueueAddress of(String url) {
        URI parsed = parse(url.strip());
        String scheme = String.valueOf(parsed.getScheme());
        if (!scheme.equals("redis") && !scheme.equals("rediss")) {
            throw wrong(url, "its kind is not known");
        }
        if (parsed.getHost() == null) {
            throw wrong(url, "it names no host");
        }
        if (parsed.getRawQuery() != null || parsed.getRawFragment() != null) {
            throw wrong(url, "it says more than an address does");
        }
        int port = parsed.getPort() == -1 ? DEFAULT_PORT : parsed.getPort();
        if (port < 1 || port > 65_535) {
            throw wrong(url, "its port must be in [1, 65535]");
        }
        String[] login = parsed.getRawUserInfo() == null
                ? new String[0]
                : parsed.getRawUserInfo().split(":", 2);
        if (login.length == 1) {
            throw wrong(url, "a password stands after a colon");
        }
        return new QueueAddress(
                scheme.equals("rediss"),
                parsed.getHost(),
                port,
                login.length == 0 ? Optional.empty() : word(login[0]),
                login.length == 0 ? Optional.empty() : word(login[1]),
                database(url, parsed.getPath()));
    }

    private static URI parse(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException wrong) {
            // Its own message would show the password.
            throw wrong(url, "letters in it must be written as % and two hexadecimal digits");
        }
    }

    private static int database(String url, String path) {
        String number = path == null || path.equals("/") ? "" : path.replaceFirst("^/", "");
        if (number.isEmpty()) {
            return 0;
        }
        if (!number.matches("\\d{1,6}")) {
            throw wrong(url, "the database must be a number");
        }
        return Integer.parseInt(number);
    }

    private static Optional<String> word(String encoded) {
        // A plus is a plus here, not a space.
        String word = URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
        return word.isEmpty() ? Optional.empty() : Optional.of(word);
    }

    private static IllegalArgumentException wrong(String url, String why) {
        return new IllegalArgumentException(
                "queue '%s' is no address of a queue: %s; %s".formatted(masked(url.strip()), why, EXPECTED));
    }

    /** Any such URL as it may be shown, also one that is none: its password is replaced by {@code ****}. */
    public static String masked(String url) {
        return SECRET.matcher(url).replaceFirst("$1****@").replace("://****@", "://:****@");
    }

    @Override
    public String toString() {
        String login = password.isPresent() ? user.orElse("") + ":****@" : "";
        return (encrypted ? "rediss://" : "redis://")
                + login
                + host
                + ":"
                + port
                + (database == 0 ? "" : "/" + database);
    }
}
