package segue.page.server;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Refuses requests that a foreign web site sends through the user's browser by pointing its own name at this machine (DNS
 * rebinding): on a loopback address the {@code Host} header must name this machine, or the name by which a proxy serves the
 * page. Where the page was told to listen elsewhere, any name is fine.
 */
public final class HostCheck {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final String bound;
    private final boolean everyHost;
    private final String publicName;

    public HostCheck(String host, Optional<String> publicName) {
        this.publicName = inBrackets(publicName.orElse(host).toLowerCase(Locale.ROOT));
        this.bound = inBrackets(host.toLowerCase(Locale.ROOT));
        this.everyHost = !isLoopback(host);
    }

    /** Whether who listens on this host is reached from this machine only. */
    public static boolean isLoopback(String host) {
        String name = inBrackets(host.toLowerCase(Locale.ROOT));
        return LOOPBACK.contains(name) || name.matches("127(\\.[0-9]{1,3}){3}");
    }

    /** An address as it stands in a URL: {@code [::1]} for {@code ::1}. */
    public static String inBrackets(String host) {
        return host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
    }

    /** @throws ApiError 403, if the header names another machine or is missing */
    public void check(String header) {
        if (everyHost) {
            return;
        }
        String name = header == null
                ? ""
                : header.toLowerCase(Locale.ROOT).replaceFirst(":[0-9]*$", "").strip();
        if (!LOOPBACK.contains(name) && !name.equals(bound) && !name.equals(publicName)) {
            throw new ApiError(
                    403,
                    "foreign_host",
                    "This page answers to localhost only, not to %s."
                            .formatted(name.isEmpty() ? "a request without Host" : Query.shown(name)),
                    "Open it as http://localhost with its port, or start it with --host to be reachable by other names,"
                            + " or with --behind-proxy and the name by which a proxy serves it.");
        }
    }
}
