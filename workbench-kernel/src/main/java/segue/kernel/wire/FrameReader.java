package segue.kernel.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Takes ZMTP's greeting, commands and messages from a channel, however they were cut on their way. */
final class FrameReader {
    private static final int BUFFER_BYTES = 16 << 10;

    private final ReadableByteChannel channel;
    private final Limits limits;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES).limit(0);

    FrameReader(ReadableByteChannel channel, Limits limits) {
        this.channel = channel;
        this.limits = limits;
    }

    /** What a peer sent. */
    sealed interface Incoming {
        record Command(String name, byte[] data) implements Incoming {}

        record Message(List<byte[]> frames) implements Incoming {}
    }

    byte[] greeting() throws IOException {
        return bytes(Zmtp.GREETING_BYTES);
    }

    /**
     * Waits for the next command or whole message.
     *
     * @throws EOFException if the peer has closed between two of them
     * @throws ProtocolException if the bytes are not ZMTP, or exceed the limits
     */
    Incoming next() throws IOException {
        List<byte[]> frames = new ArrayList<>(8);
        long total = 0;
        while (true) {
            int flags = octet();
            if ((flags & ~(Zmtp.MORE | Zmtp.LONG | Zmtp.COMMAND)) != 0) {
                throw new ProtocolException("a frame has the unknown flags 0x" + Integer.toHexString(flags));
            }
            int length = length(flags);
            if ((flags & Zmtp.COMMAND) != 0) {
                if ((flags & Zmtp.MORE) != 0 || !frames.isEmpty()) {
                    throw new ProtocolException("a command stands within a message");
                }
                return command(bytes(length));
            }
            total += length;
            if (total > limits.maxMessageBytes() || frames.size() == limits.maxFrames()) {
                throw new ProtocolException("a message may have at most " + limits.maxMessageBytes() + " bytes in "
                        + limits.maxFrames() + " frames");
            }
            frames.add(bytes(length));
            if ((flags & Zmtp.MORE) == 0) {
                return new Incoming.Message(frames);
            }
        }
    }

    private static Incoming.Command command(byte[] body) throws ProtocolException {
        int nameLength = body.length == 0 ? 0 : body[0] & 0xFF;
        if (nameLength == 0 || nameLength >= body.length) {
            throw new ProtocolException("a command has no name");
        }
        return new Incoming.Command(
                new String(body, 1, nameLength, US_ASCII), Arrays.copyOfRange(body, 1 + nameLength, body.length));
    }

    private int length(int flags) throws IOException {
        if ((flags & Zmtp.LONG) == 0) {
            return octet();
        }
        long length = ByteBuffer.wrap(bytes(8)).getLong();
        if (length < 0 || length > limits.maxFrameBytes()) {
            throw new ProtocolException("a frame may have at most " + limits.maxFrameBytes() + " bytes but announces "
                    + Long.toUnsignedString(length));
        }
        return (int) length;
    }

    private int octet() throws IOException {
        fill();
        return buffer.get() & 0xFF;
    }

    /** Grows with what has come, so that an announced length alone takes no memory. */
    private byte[] bytes(int count) throws IOException {
        byte[] bytes = new byte[Math.min(count, BUFFER_BYTES)];
        int have = 0;
        while (have < count) {
            fill();
            if (have == bytes.length) {
                bytes = Arrays.copyOf(bytes, (int) Math.min(count, bytes.length * 2L));
            }
            int step = Math.min(buffer.remaining(), bytes.length - have);
            buffer.get(bytes, have, step);
            have += step;
        }
        return bytes;
    }

    private void fill() throws IOException {
        if (buffer.hasRemaining()) {
            return;
        }
        buffer.clear();
        int read = channel.read(buffer);
        buffer.flip();
        if (read < 0) {
            throw new EOFException("the peer closed the connection");
        }
    }
}
