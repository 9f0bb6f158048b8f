package segue.page.server;

import io.javalin.http.Context;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Who asks, for sharing the page fairly: the address that a request comes from; behind a proxy the one that the proxy says
 * it got it from. A network of 64 bits counts as one client in IPv6, where everybody has so many addresses.
 */
public final class Clients {
    private static final int NETWORK_BYTES = 8;

    private final boolean behindProxy;

    public Clients(boolean behindProxy) {
        this.behindProxy = behindProxy;
    }

    public String of(Context ctx) {
        List<String> forwarded = behindProxy ? Collections.list(ctx.req().getHeaders("X-Forwarded-For")) : List.of();
        if (forwarded.isEmpty()) {
            return network(ctx.req().getRemoteAddr());
        }
        // What stands before the last one was said by the client itself.
        String all = forwarded.getLast();
        return network(all.substring(all.lastIndexOf(',') + 1).strip());
    }

    static String network(String address) {
        try {
            return network(InetAddress.ofLiteral(address));
        } catch (IllegalArgumentException notAnAddress) {
            return "unknown";
        }
    }

    static String network(InetAddress address) {
        return address instanceof Inet6Address
                ? Arrays.toString(Arrays.copyOf(address.getAddress(), NETWORK_BYTES))
                : address.getHostAddress();
    }
}
