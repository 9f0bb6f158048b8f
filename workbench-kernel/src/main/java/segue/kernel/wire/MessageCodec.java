package segue.kernel.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.ProtocolException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Jupyter messages to and from ZeroMQ frames: {@code identities, <IDS|MSG>, signature, four JSON objects, buffers}. */
public final class MessageCodec {
    public static final String PROTOCOL_VERSION = "5.4";

    private static final byte[] DELIMITER = "<IDS|MSG>".getBytes(UTF_8);
    private static final byte[] EMPTY_OBJECT = "{}".getBytes(UTF_8);
    private static final int MAX_SIGNATURES = 1 << 16;

    private final Signer signer;
    private final String session =
            Long.toHexString(ProcessHandle.current().pid()) + "-" + Long.toHexString(System.nanoTime());
    private final AtomicLong count = new AtomicLong();
    private final LinkedHashSet<String> seenSignatures = new LinkedHashSet<>();

    /** @param key from the connection file; empty where messages are not signed */
    public MessageCodec(String key) {
        signer = new Signer(key.getBytes(UTF_8));
    }

    /**
     * Reads a message.
     *
     * @throws IOException if it is malformed, its signature does not match, or came before; the message is one sentence
     */
    public Message decode(List<byte[]> frames) throws IOException {
        int delimiter = 0;
        while (delimiter < frames.size() && !Arrays.equals(frames.get(delimiter), DELIMITER)) {
            delimiter++;
        }
        if (frames.size() - delimiter < 6) {
            throw new ProtocolException("it lacks frames: <IDS|MSG>, a signature and four JSON objects are needed");
        }
        List<byte[]> parts = frames.subList(delimiter + 2, delimiter + 6);
        checkSignature(frames.get(delimiter + 1), parts);
        Map<String, Object> header = read("header", parts.get(0));
        if (!(header.get("msg_type") instanceof String) || !(header.get("msg_id") instanceof String)) {
            throw new ProtocolException("its header has no msg_type or no msg_id");
        }
        return new Message(
                List.copyOf(frames.subList(0, delimiter)),
                parts.get(0),
                header,
                read("parent header", parts.get(1)),
                read("metadata", parts.get(2)),
                read("content", parts.get(3)),
                List.copyOf(frames.subList(delimiter + 6, frames.size())));
    }

    private static Map<String, Object> read(String name, byte[] json) throws IOException {
        try {
            return Json.read(json);
        } catch (IOException e) {
            throw (IOException) new ProtocolException("its " + name + " is no JSON object").initCause(e);
        }
    }

    private void checkSignature(byte[] signature, List<byte[]> parts) throws ProtocolException {
        if (!signer.signs()) {
            return;
        }
        if (!MessageDigest.isEqual(signature, signer.sign(parts))) {
            throw new ProtocolException("its signature does not match the connection file's key");
        }
        synchronized (seenSignatures) {
            if (!seenSignatures.add(new String(signature, UTF_8))) {
                throw new ProtocolException("its signature has been used before");
            }
            if (seenSignatures.size() > MAX_SIGNATURES) {
                seenSignatures.removeFirst();
            }
        }
    }

    /**
     * Makes a message.
     *
     * @param prefix the identities to send to, or the topic to publish under
     * @param parentHeader the raw header of the request that this belongs to; null where there is none
     */
    public List<byte[]> encode(
            List<byte[]> prefix, String type, byte[] parentHeader, Map<String, ?> metadata, Map<String, ?> content) {
        return encode(prefix, type, parentHeader, metadata, content, List.of());
    }

    /** @param buffers bytes that travel beside the content, unsigned */
    public List<byte[]> encode(
            List<byte[]> prefix,
            String type,
            byte[] parentHeader,
            Map<String, ?> metadata,
            Map<String, ?> content,
            List<byte[]> buffers) {
        List<byte[]> parts = List.of(
                Json.write(header(type)),
                parentHeader == null ? EMPTY_OBJECT : parentHeader,
                metadata.isEmpty() ? EMPTY_OBJECT : Json.write(metadata),
                Json.write(content));
        List<byte[]> frames = new ArrayList<>(prefix.size() + 6 + buffers.size());
        frames.addAll(prefix);
        frames.add(DELIMITER);
        frames.add(signer.sign(parts));
        frames.addAll(parts);
        frames.addAll(buffers);
        return frames;
    }

    /** The id of a message that {@link #encode} has made. */
    public String idOf(List<byte[]> frames) throws IOException {
        int delimiter = 0;
        while (!Arrays.equals(frames.get(delimiter), DELIMITER)) {
            delimiter++;
        }
        return String.valueOf(Json.read(frames.get(delimiter + 2)).get("msg_id"));
    }

    private Map<String, Object> header(String type) {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("msg_id", session + "_" + count.incrementAndGet());
        header.put("msg_type", type);
        header.put("username", "kernel");
        header.put("session", session);
        header.put("date", now());
        header.put("version", PROTOCOL_VERSION);
        return header;
    }

    /** The time as Jupyter writes it: at most microseconds. */
    public static String now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS).toString();
    }

    public String session() {
        return session;
    }
}
