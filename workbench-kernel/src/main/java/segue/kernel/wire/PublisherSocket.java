package segue.kernel.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.ProtocolException;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;

/** ZeroMQ's XPUB: sends each message to the peers that subscribed to a prefix of its first frame. */
public final class PublisherSocket implements AutoCloseable {
    private static final int MAX_TOPICS = 256;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LEAST_PATIENCE = Duration.ofMillis(50);
    private static final Duration FORGIVEN_AFTER = Duration.ofMinutes(1);

    private final ZmtpServer server;
    private final Map<Peer, Set<String>> topics = new ConcurrentHashMap<>();
    private Duration patience = PATIENCE;
    private long gaveUpNanos;

    /**
     * Listens from now on; answers after {@link #start}.
     *
     * @param name for log lines
     * @param log takes one line for each connection that had to be closed
     * @param welcome makes the message that greets a peer upon its subscription to a topic
     */
    public PublisherSocket(Endpoint endpoint, String name, Consumer<String> log, Function<String, List<byte[]>> welcome)
            throws IOException {
        server = new ZmtpServer(endpoint, name, new Publisher(welcome), log);
    }

    public void start() {
        server.start();
    }

    private final class Publisher implements Role {
        private final Function<String, List<byte[]>> welcome;

        Publisher(Function<String, List<byte[]>> welcome) {
            this.welcome = welcome;
        }

        @Override
        public String socketType() {
            return "XPUB";
        }

        @Override
        public Set<String> peerTypes() {
            return Set.of("SUB", "XSUB");
        }

        @Override
        public Limits limits() {
            return Limits.TERSE;
        }

        /** ZMTP 3.0 subscribes by messages: one byte, 1 or 0, and the topic. */
        @Override
        public void message(Peer peer, List<byte[]> frames) throws IOException {
            byte[] frame = frames.getFirst();
            if (frames.size() == 1 && frame.length > 0 && frame[0] <= 1 && frame[0] >= 0) {
                subscribe(peer, frame[0] == 1, new String(frame, 1, frame.length - 1, UTF_8));
            }
        }

        /** ZMTP 3.1 subscribes by commands. */
        @Override
        public void command(Peer peer, String name, byte[] data) throws IOException {
            if (name.equals("SUBSCRIBE") || name.equals("CANCEL")) {
                subscribe(peer, name.equals("SUBSCRIBE"), new String(data, UTF_8));
            }
        }

        private void subscribe(Peer peer, boolean on, String topic) throws IOException {
            Set<String> own = topics.computeIfAbsent(peer, p -> ConcurrentHashMap.newKeySet());
            if (!on) {
                own.remove(topic);
            } else if (own.size() >= MAX_TOPICS) {
                throw new ProtocolException("a peer may subscribe to at most " + MAX_TOPICS + " topics");
            } else if (own.add(topic)) {
                peer.send(Zmtp.message(welcome.apply(topic)));
            }
        }

        @Override
        public void left(Peer peer) {
            topics.remove(peer);
        }
    }

    /**
     * Sends without waiting.
     *
     * @param frames the topic first
     */
    public void send(List<byte[]> frames) {
        String topic = new String(frames.getFirst(), UTF_8);
        byte[] wireBytes = null;
        for (Map.Entry<Peer, Set<String>> entry : topics.entrySet()) {
            if (entry.getValue().stream().anyMatch(topic::startsWith)) {
                wireBytes = wireBytes == null ? Zmtp.message(frames) : wireBytes;
                entry.getKey().send(wireBytes);
            }
        }
    }

    /**
     * Holds a caller that sends much to the speed of the slowest peer. Peers that take nothing at all are given up: after
     * 10 s the first time, sooner while that keeps happening (a client that never reads will connect again and again).
     */
    public void awaitRoom() {
        for (Peer peer : topics.keySet()) {
            if (!peer.hasRoom() && !peer.awaitRoom(patience())) {
                losePatience();
            }
        }
    }

    private synchronized Duration patience() {
        if (System.nanoTime() - gaveUpNanos > FORGIVEN_AFTER.toNanos()) {
            patience = PATIENCE;
        }
        return patience;
    }

    private synchronized void losePatience() {
        Duration half = patience.dividedBy(2);
        patience = half.compareTo(LEAST_PATIENCE) < 0 ? LEAST_PATIENCE : half;
        gaveUpNanos = System.nanoTime();
    }

    public SocketAddress address() throws IOException {
        return server.address();
    }

    /** Waits until everything sent is written, or the patience is at its end. */
    public void drain(Duration limit) {
        server.drain(limit);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
