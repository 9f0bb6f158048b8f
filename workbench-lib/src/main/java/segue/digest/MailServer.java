package segue.digest;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server that takes mail. As text it shows neither user nor password.
 *
 * @param tls whether it speaks TLS from the first byte ({@code smtps}); otherwise TLS is begun as soon as it offers that
 * @param port in [1, 65535]
 */
public record MailServer(boolean tls, String host, int port, Optional<Credentials> credentials) {
    private static final int PLAIN_PORT = 25;
    private static final int SUBMISSION_PORT = 587;
    private static final int TLS_PORT = 465;
    private static final int LAST_PORT = 65535;

    /** User and password are taken up to the last {@code @}, since users often are addresses. */
    private static final Pattern ADDRESS = Pattern.compile(
            "(?i)(smtps?)://(?:(.*)@)?(\\[[0-9a-f:.]+]|[a-z0-9]([a-z0-9._-]*[a-z0-9])?)(?::([0-9]{1,5}))?/?");

    private static final Pattern THIS_MACHINE = Pattern.compile("127(\\.[0-9]{1,3}){3}|::1");

    /** Who sends; as text it shows nothing. */
    public record Credentials(String user, String password) {
        @Override
        public String toString() {
            return "****";
        }
    }

    public MailServer {
        if (port < 1 || port > LAST_PORT) {
            throw new IllegalArgumentException("the server's port must be in [1, 65535] but was " + port);
        }
    }

    /** Whether a text is meant to be the address of a server. */
    public static boolean isAddress(String text) {
        return text.contains("://");
    }

    /**
     * @param text {@code smtp://[USER[:PASSWORD]@]HOST[:PORT]}, or the same with {@code smtps}; where it leaves out the port it
     *     is 25, 587 for a user, and 465 for smtps. Of user and password what is no letter or digit may be written
     *     {@code %40}, and {@code %} must be
     * @param user where the address has none; {@code password} likewise
     * @throws IllegalArgumentException if it is no such address, or a user has no password; never showing either
     */
    public static MailServer of(String text, Optional<String> user, Optional<String> password) {
        Matcher parts = ADDRESS.matcher(text.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "the server's address must be smtp://[USER[:PASSWORD]@]HOST[:PORT], or the"
                            + " same with smtps, but was " + masked(text));
        }
        String named = parts.group(2);
        int colon = named == null ? -1 : named.indexOf(':');
        Optional<String> who =
                named == null ? user : Optional.of(decoded(colon < 0 ? named : named.substring(0, colon)));
        Optional<String> word = colon < 0 ? password : Optional.of(decoded(named.substring(colon + 1)));
        if (who.isPresent() && word.isEmpty()) {
            throw new IllegalArgumentException(
                    "the server's user has no password: set SEGUE_SMTP_PASSWORD, or leave the user out");
        }
        boolean tls = parts.group(1).equalsIgnoreCase("smtps");
        String host = parts.group(3).replaceAll("[\\[\\]]", "");
        int usual = tls ? TLS_PORT : who.isPresent() ? SUBMISSION_PORT : PLAIN_PORT;
        int port = parts.group(5) == null ? usual : Integer.parseInt(parts.group(5));
        return new MailServer(tls, host, port, who.map(name -> new Credentials(name, word.orElseThrow())));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException(
                    "a '%' in user or password of the server's address must be written %25", malformed);
        }
    }

    /** An address as it may be shown, however malformed: nothing that stands before its last {@code @}. */
    static String masked(String text) {
        int at = text.lastIndexOf('@');
        if (at < 0) {
            return "'" + Plain.line(text) + "'";
        }
        int scheme = text.indexOf("://");
        String start = scheme >= 0 && scheme < at ? text.substring(0, scheme + 3) : "";
        return "'" + Plain.line(start + "****" + text.substring(at)) + "'";
    }

    /** Whether nobody can listen in on the way, because there is none. */
    boolean isThisMachine() {
        return host.equalsIgnoreCase("localhost") || THIS_MACHINE.matcher(host).matches();
    }

    @Override
    public String toString() {
        return (tls ? "smtps://" : "smtp://") + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
