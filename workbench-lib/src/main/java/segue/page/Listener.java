package segue.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/**
 * A port that is ours. It is taken before the server exists, so that a taken one is one sentence and not a server's stack
 * trace in the log.
 */
final class Listener {
    /** Connections that a browser keeps open without a request end this soon when the page is closed. */
    private static final long IDLE_MILLIS_WHEN_CLOSING = 100;

    private final ServerSocketChannel channel;
    private final int port;

    private Listener(ServerSocketChannel channel, int port) {
        this.channel = channel;
        this.port = port;
    }

    /** @throws CannotListenException if the port is taken, or the host is none of this machine */
    static Listener bind(PageOptions options) throws CannotListenException {
        InetSocketAddress address = new InetSocketAddress(options.host(), options.port());
        if (address.isUnresolved()) {
            throw new CannotListenException(
                    "there is no host %s: use --host 127.0.0.1, or an address of this machine"
                            .formatted(options.host()),
                    null);
        }
        try {
            ServerSocketChannel channel = ServerSocketChannel.open();
            try {
                channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
                channel.bind(address);
                return new Listener(channel, channel.socket().getLocalPort());
            } catch (IOException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw new CannotListenException(reason(options, e), e);
        }
    }

    private static String reason(PageOptions options, IOException failure) {
        if (failure instanceof BindException
                && String.valueOf(failure.getMessage()).contains("in use")) {
            return "port %d is taken: use --port N (in Java withPort(N)), or stop what listens there"
                    .formatted(options.port());
        }
        return "cannot listen on %s port %d (%s): use --host 127.0.0.1 and a --port above 1023"
                .formatted(options.host(), options.port(), failure.getMessage());
    }

    int port() {
        return port;
    }

    /** Hands the port over to the server, which closes it when it stops. */
    ServerConnector connect(Server server, HttpConfiguration http) {
        // One acceptor and one selector: they only move bytes, and keep up with tens of thousands of requests a second.
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setShutdownIdleTimeout(IDLE_MILLIS_WHEN_CLOSING);
        try {
            connector.open(channel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return connector;
    }

    /** Gives the port back where no server has taken it over. */
    void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
