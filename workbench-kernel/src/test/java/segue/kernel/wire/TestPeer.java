package segue.kernel.wire;

import java.io.IOException;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/** The client half of ZMTP, as small as tests need it. */
public final class TestPeer implements AutoCloseable {
    private final SocketChannel channel;
    private final FrameReader reader;

    private TestPeer(SocketChannel channel) {
        this.channel = channel;
        this.reader = new FrameReader(channel, Limits.CLIENT);
    }

    static SocketChannel open(SocketAddress address) throws IOException {
        return SocketChannel.open(address instanceof UnixDomainSocketAddress unix ? unix : address);
    }

    /** Connects and shakes hands. */
    public static TestPeer connect(SocketAddress address, String socketType, String identity) throws IOException {
        TestPeer peer = new TestPeer(open(address));
        peer.raw(Zmtp.greeting());
        peer.raw(readyFrame(socketType, identity));
        Zmtp.checkGreeting(peer.reader.greeting());
        if (!(peer.reader.next() instanceof FrameReader.Incoming.Command(var name, var data))
                || !name.equals("READY")) {
            throw new IOException("no READY");
        }
        return peer;
    }

    static byte[] readyFrame(String socketType, String identity) {
        ByteBuffer body = ByteBuffer.allocate(200);
        property(body, "Socket-Type", socketType);
        property(body, "Identity", identity);
        byte[] data = new byte[body.position()];
        body.flip().get(data);
        return Zmtp.command("READY", data);
    }

    private static void property(ByteBuffer body, String name, String value) {
        body.put((byte) name.length()).put(name.getBytes());
        body.putInt(value.length()).put(value.getBytes());
    }

    public void send(List<byte[]> frames) throws IOException {
        raw(Zmtp.message(frames));
    }

    public void subscribe(String topic) throws IOException {
        byte[] frame = new byte[1 + topic.length()];
        frame[0] = 1;
        System.arraycopy(topic.getBytes(), 0, frame, 1, topic.length());
        send(List.of(frame));
    }

    void raw(byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    FrameReader.Incoming next() throws IOException {
        return reader.next();
    }

    /** Waits for the next message. */
    public List<byte[]> receive() throws IOException {
        if (reader.next() instanceof FrameReader.Incoming.Message(var frames)) {
            return new ArrayList<>(frames);
        }
        throw new IOException("a command came where a message was expected");
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
