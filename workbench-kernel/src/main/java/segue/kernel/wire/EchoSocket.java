package segue.kernel.wire;

import java.io.IOException;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** ZeroMQ's REP as a heartbeat: every request comes back as it is. */
public final class EchoSocket implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ZmtpServer server;

    /** Listens from now on; answers after {@link #start}. */
    public EchoSocket(Endpoint endpoint, String name, Consumer<String> log) throws IOException {
        server = new ZmtpServer(endpoint, name, new Echo(), log);
    }

    public void start() {
        server.start();
    }

    private static final class Echo implements Role {
        @Override
        public String socketType() {
            return "REP";
        }

        @Override
        public Set<String> peerTypes() {
            return Set.of("REQ", "DEALER");
        }

        @Override
        public Limits limits() {
            return Limits.TERSE;
        }

        @Override
        public void message(Peer peer, List<byte[]> frames) {
            peer.awaitRoom(PATIENCE);
            peer.send(Zmtp.message(frames));
        }
    }

    public SocketAddress address() throws IOException {
        return server.address();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
