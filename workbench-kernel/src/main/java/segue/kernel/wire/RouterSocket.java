package segue.kernel.wire;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * ZeroMQ's ROUTER: hands over each message with its sender's identity in front, and sends to the peer whose identity
 * stands in front. Of several peers under one identity, such as a client that has come back while its old connection
 * still seems alive, the one heard of last is sent to.
 */
public final class RouterSocket implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ZmtpServer server;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition joined = lock.newCondition();
    /** The peers of each identity, the one heard of last at the end. */
    private final Map<ByteBuffer, LinkedHashSet<Peer>> routes = new HashMap<>();

    private final Map<Peer, byte[]> identities = new HashMap<>();
    private int unnamed;
    private Consumer<List<byte[]>> handler;

    /**
     * Listens from now on; answers after {@link #start}.
     *
     * @param name for log lines
     * @param log takes one line for each connection that had to be closed
     */
    public RouterSocket(Endpoint endpoint, String name, Consumer<String> log) throws IOException {
        server = new ZmtpServer(endpoint, name, new Router(), log);
    }

    /**
     * Answers from now on.
     *
     * @param receiver takes the frames of a message, the sender's identity first; called on the sender's own thread, and
     *     the sender's next message waits until it returns
     */
    public void start(Consumer<List<byte[]>> receiver) {
        handler = receiver;
        server.start();
    }

    private final class Router implements Role {
        @Override
        public String socketType() {
            return "ROUTER";
        }

        @Override
        public Set<String> peerTypes() {
            return Set.of("DEALER", "REQ", "ROUTER");
        }

        @Override
        public Limits limits() {
            return Limits.CLIENT;
        }

        @Override
        public void joined(Peer peer) {
            lock.lock();
            try {
                byte[] identity = peer.identity();
                if (identity.length == 0) {
                    // As ZeroMQ does: a zero byte, which no peer may choose, and a number.
                    identity = ByteBuffer.allocate(5)
                            .put((byte) 0)
                            .putInt(++unnamed)
                            .array();
                }
                identities.put(peer, identity);
                hearOf(identity, peer);
                joined.signalAll();
            } finally {
                lock.unlock();
            }
        }

        private void hearOf(byte[] identity, Peer peer) {
            LinkedHashSet<Peer> sharing =
                    routes.computeIfAbsent(ByteBuffer.wrap(identity), key -> new LinkedHashSet<>());
            sharing.addLast(peer);
        }

        @Override
        public void message(Peer peer, List<byte[]> frames) {
            peer.awaitRoom(PATIENCE);
            byte[] identity;
            lock.lock();
            try {
                identity = identities.get(peer);
                if (identity != null) {
                    hearOf(identity, peer);
                }
            } finally {
                lock.unlock();
            }
            if (identity != null) {
                frames.addFirst(identity);
                handler.accept(frames);
            }
        }

        @Override
        public void left(Peer peer) {
            lock.lock();
            try {
                byte[] identity = identities.remove(peer);
                if (identity != null) {
                    routes.computeIfPresent(ByteBuffer.wrap(identity), (key, sharing) -> {
                        sharing.remove(peer);
                        return sharing.isEmpty() ? null : sharing;
                    });
                }
            } finally {
                lock.unlock();
            }
        }
    }

    /**
     * Sends to the peer named by the first frame, without waiting.
     *
     * @return false if no such peer is connected
     */
    public boolean send(List<byte[]> frames) {
        Peer peer = route(frames.getFirst());
        return peer != null && peer.send(Zmtp.message(frames.subList(1, frames.size())));
    }

    /** Waits for a peer that may be about to connect. */
    public boolean awaitPeer(byte[] identity, Duration patience) throws InterruptedException {
        ByteBuffer key = ByteBuffer.wrap(identity);
        long left = patience.toNanos();
        lock.lockInterruptibly();
        try {
            while (!routes.containsKey(key) && left > 0) {
                left = joined.awaitNanos(left);
            }
            return routes.containsKey(key);
        } finally {
            lock.unlock();
        }
    }

    private Peer route(byte[] identity) {
        lock.lock();
        try {
            LinkedHashSet<Peer> sharing = routes.get(ByteBuffer.wrap(identity));
            return sharing == null ? null : sharing.getLast();
        } finally {
            lock.unlock();
        }
    }

    public SocketAddress address() throws IOException {
        return server.address();
    }

    /** Waits until everything sent is written, or the patience is at its end. */
    public void drain(Duration patience) {
        server.drain(patience);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
