package segue.kernel.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/** One connection: a thread that reads, and after the handshake one that writes. */
final class Peer {
    private final SocketChannel channel;
    private final Role role;
    private final String name;
    private final Consumer<String> log;
    private final Consumer<Peer> gone;
    private final Outbox outbox = new Outbox();
    private final long acceptedNanos = System.nanoTime();
    private volatile boolean ready;
    private byte[] identity = {};

    Peer(SocketChannel channel, Role role, String name, Consumer<String> log, Consumer<Peer> gone) {
        this.channel = channel;
        this.role = role;
        this.name = name;
        this.log = log;
        this.gone = gone;
    }

    void start() {
        Thread.ofPlatform().daemon().name("segue-" + name + "-reader").start(this::read);
    }

    private void read() {
        FrameReader reader = new FrameReader(channel, role.limits());
        try {
            shakeHands(reader);
            ready = true;
            Thread.ofPlatform().daemon().name("segue-" + name + "-writer").start(this::write);
            role.joined(this);
            while (true) {
                switch (reader.next()) {
                    case FrameReader.Incoming.Message(var frames) -> role.message(this, frames);
                    case FrameReader.Incoming.Command(var command, var data) -> {
                        if (command.equals("PING")) {
                            outbox.add(Zmtp.pong(data));
                        } else {
                            role.command(this, command, data);
                        }
                    }
                }
            }
        } catch (ProtocolException e) {
            log.accept("closed a connection to the " + name + " socket: " + e.getMessage());
        } catch (IOException e) {
            // The peer has gone, which is its right.
        } finally {
            close();
        }
    }

    private void shakeHands(FrameReader reader) throws IOException {
        writeFully(Zmtp.greeting());
        Zmtp.checkGreeting(reader.greeting());
        writeFully(Zmtp.ready(role.socketType()));
        if (!(reader.next() instanceof FrameReader.Incoming.Command(var command, var data))) {
            throw new ProtocolException("READY was expected but a message came");
        }
        if (!command.equals("READY")) {
            throw new ProtocolException("READY was expected but " + Zmtp.printable(command) + " came");
        }
        Map<String, byte[]> properties = Zmtp.properties(data);
        String type = new String(properties.getOrDefault("socket-type", new byte[0]), UTF_8);
        if (!role.peerTypes().contains(type)) {
            throw new ProtocolException("a " + role.socketType() + " socket talks to one of " + role.peerTypes()
                    + " but the peer is " + Zmtp.printable(type));
        }
        identity = properties.getOrDefault("identity", identity);
    }

    private void writeFully(byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    private void write() {
        try {
            outbox.writeTo(channel);
        } catch (IOException e) {
            // The reader finds the same and tidies up.
        } finally {
            close();
        }
    }

    /** The name that the peer gave itself; empty where it gave none. */
    byte[] identity() {
        return identity;
    }

    boolean isReady() {
        return ready;
    }

    Duration age() {
        return Duration.ofNanos(System.nanoTime() - acceptedNanos);
    }

    /** Queues bytes that {@link Zmtp} made. */
    boolean send(byte[] wireBytes) {
        boolean wasOpen = !outbox.isClosed();
        boolean taken = outbox.add(wireBytes);
        if (!taken && wasOpen) {
            giveUp("it leaves more than " + (Outbox.HARD_BYTES >> 20) + " MiB unread");
        }
        return taken;
    }

    boolean hasRoom() {
        return outbox.hasRoom();
    }

    /** @return false if the peer took nothing for so long and was given up */
    boolean awaitRoom(Duration patience) {
        boolean kept = outbox.awaitRoom(patience);
        if (!kept) {
            giveUp("it took nothing for " + patience.toMillis() + " ms");
        }
        return kept;
    }

    void drain(Duration patience) {
        outbox.drain(patience);
    }

    private void giveUp(String reason) {
        log.accept("closed a connection to the " + name + " socket: " + reason);
        close();
    }

    void close() {
        outbox.close();
        if (channel.isOpen()) {
            try {
                channel.close();
            } catch (IOException e) {
                log.accept("a connection to the " + name + " socket does not close: " + e.getMessage());
            }
        }
        gone.accept(this);
    }
}
