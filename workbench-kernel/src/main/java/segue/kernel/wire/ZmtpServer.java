package segue.kernel.wire;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Listens at one endpoint and gives each connection to a {@link Role}. */
final class ZmtpServer implements AutoCloseable {
    private static final int MAX_PEERS = 256;
    private static final Duration HANDSHAKE_PATIENCE = Duration.ofSeconds(30);

    private final Endpoint endpoint;
    private final String name;
    private final Role role;
    private final Consumer<String> log;
    private final ServerSocketChannel listener;
    private final Set<Peer> peers = ConcurrentHashMap.newKeySet();

    /**
     * Listens from now on.
     *
     * @param name for log lines and threads
     */
    ZmtpServer(Endpoint endpoint, String name, Role role, Consumer<String> log) throws IOException {
        this.endpoint = endpoint;
        this.name = name;
        this.role = role;
        this.log = log;
        this.listener = endpoint.bind();
    }

    void start() {
        Thread.ofPlatform().daemon().name("segue-" + name + "-accept").start(this::accept);
    }

    private void accept() {
        while (listener.isOpen()) {
            try {
                welcome(listener.accept());
            } catch (ClosedChannelException e) {
                return;
            } catch (IOException e) {
                log.accept("the " + name + " socket could not accept a connection: " + e.getMessage());
                pause();
            }
        }
    }

    private void welcome(SocketChannel channel) throws IOException {
        peers.stream()
                .filter(peer -> !peer.isReady() && peer.age().compareTo(HANDSHAKE_PATIENCE) > 0)
                .forEach(Peer::close);
        if (peers.size() >= MAX_PEERS) {
            // Whoever says nothing makes room for those who may.
            peers.stream()
                    .filter(peer -> !peer.isReady())
                    .max(Comparator.comparing(Peer::age))
                    .ifPresent(Peer::close);
        }
        if (peers.size() >= MAX_PEERS) {
            channel.close();
            log.accept("the " + name + " socket refused a connection: it has " + MAX_PEERS + " already");
            return;
        }
        try {
            endpoint.prepare(channel);
        } catch (IOException e) {
            // Gone before it was greeted.
            channel.close();
            return;
        }
        Peer peer = new Peer(channel, role, name, log, this::forget);
        peers.add(peer);
        peer.start();
    }

    private void forget(Peer peer) {
        peers.remove(peer);
        role.left(peer);
    }

    /** Out of file descriptors, mostly: trying again at once would only spin. */
    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    Set<Peer> peers() {
        return peers;
    }

    SocketAddress address() throws IOException {
        return listener.getLocalAddress();
    }

    void drain(Duration patience) {
        peers.forEach(peer -> peer.drain(patience));
    }

    @Override
    public void close() throws IOException {
        listener.close();
        peers.forEach(Peer::close);
        endpoint.release();
    }
}
