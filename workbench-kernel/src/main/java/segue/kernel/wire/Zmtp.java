package segue.kernel.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The byte layout of ZMTP 3.0 with the NULL mechanism (ZeroMQ RFC 23): greeting, frames, commands. */
final class Zmtp {
    static final int GREETING_BYTES = 64;
    static final int MORE = 1;
    static final int LONG = 2;
    static final int COMMAND = 4;

    private static final int MECHANISM_OFFSET = 12;
    private static final int MECHANISM_BYTES = 20;

    private Zmtp() {}

    static byte[] greeting() {
        byte[] greeting = new byte[GREETING_BYTES];
        greeting[0] = (byte) 0xFF;
        greeting[9] = 0x7F;
        greeting[10] = 3;
        System.arraycopy("NULL".getBytes(US_ASCII), 0, greeting, MECHANISM_OFFSET, 4);
        return greeting;
    }

    /** Accepts 3.0 and every later 3.x, which must stay compatible. */
    static void checkGreeting(byte[] greeting) throws ProtocolException {
        if (greeting[0] != (byte) 0xFF || (greeting[9] & 1) == 0) {
            throw new ProtocolException("the greeting is not ZMTP's");
        }
        if (greeting[10] < 3) {
            throw new ProtocolException("the peer speaks ZMTP " + greeting[10] + ", 3.0 is the oldest understood");
        }
        int end = MECHANISM_OFFSET;
        while (end < MECHANISM_OFFSET + MECHANISM_BYTES && greeting[end] != 0) {
            end++;
        }
        String mechanism = new String(greeting, MECHANISM_OFFSET, end - MECHANISM_OFFSET, US_ASCII);
        if (!mechanism.equals("NULL")) {
            throw new ProtocolException("the security mechanism must be NULL but was " + printable(mechanism));
        }
    }

    /** The READY command as a whole frame. */
    static byte[] ready(String socketType) {
        byte[] name = "Socket-Type".getBytes(US_ASCII);
        byte[] value = socketType.getBytes(US_ASCII);
        ByteBuffer body = ByteBuffer.allocate(1 + name.length + 4 + value.length);
        body.put((byte) name.length).put(name).putInt(value.length).put(value);
        return command("READY", body.array());
    }

    static byte[] command(String name, byte[] data) {
        byte[] body = new byte[1 + name.length() + data.length];
        body[0] = (byte) name.length();
        System.arraycopy(name.getBytes(US_ASCII), 0, body, 1, name.length());
        System.arraycopy(data, 0, body, 1 + name.length(), data.length);
        ByteArrayOutputStream out = new ByteArrayOutputStream(body.length + 9);
        frame(out, COMMAND, body);
        return out.toByteArray();
    }

    /** One message as it stands on the wire. */
    static byte[] message(List<byte[]> frames) {
        int size = 0;
        for (byte[] frame : frames) {
            size += frame.length + 9;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(size);
        for (int i = 0; i < frames.size(); i++) {
            frame(out, i < frames.size() - 1 ? MORE : 0, frames.get(i));
        }
        return out.toByteArray();
    }

    private static void frame(ByteArrayOutputStream out, int flags, byte[] body) {
        if (body.length <= 255) {
            out.write(flags);
            out.write(body.length);
        } else {
            out.write(flags | LONG);
            out.writeBytes(ByteBuffer.allocate(8).putLong(body.length).array());
        }
        out.writeBytes(body);
    }

    /** The properties of a READY command, by their names in lower case. */
    static Map<String, byte[]> properties(byte[] data) throws ProtocolException {
        Map<String, byte[]> properties = new HashMap<>();
        ByteBuffer buffer = ByteBuffer.wrap(data);
        while (buffer.hasRemaining()) {
            byte[] name = bytes(buffer, buffer.get() & 0xFF);
            if (buffer.remaining() < 4) {
                throw new ProtocolException("a READY property has no length");
            }
            byte[] value = bytes(buffer, buffer.getInt());
            properties.put(new String(name, US_ASCII).toLowerCase(Locale.ROOT), value);
        }
        return properties;
    }

    private static byte[] bytes(ByteBuffer buffer, int count) throws ProtocolException {
        if (count < 0 || count > buffer.remaining()) {
            throw new ProtocolException("a READY property is longer than its command");
        }
        byte[] bytes = new byte[count];
        buffer.get(bytes);
        return bytes;
    }

    /** PONG answers the context that follows the two bytes of time-to-live in a PING. */
    static byte[] pong(byte[] ping) {
        return command("PONG", Arrays.copyOfRange(ping, Math.min(2, ping.length), ping.length));
    }

    /** At most 40 characters, the unprintable ones as question marks: for log lines. */
    static String printable(String text) {
        String clean = text.replaceAll("[^\\x20-\\x7E]", "?");
        return '"' + (clean.length() > 40 ? clean.substring(0, 40) + "…" : clean) + '"';
    }
}
