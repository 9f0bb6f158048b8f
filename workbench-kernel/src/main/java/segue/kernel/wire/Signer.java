package segue.kernel.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * HMAC-SHA256 (RFC 2104) over the parts of a message. Built on the digest alone, since the JDK's {@code Mac} brings the
 * whole provider machinery into every start.
 */
final class Signer {
    private static final int BLOCK_BYTES = 64;

    private final MessageDigest inner;
    private final MessageDigest outer;

    /** @param key empty where messages are not signed */
    Signer(byte[] key) {
        if (key.length == 0) {
            inner = null;
            outer = null;
            return;
        }
        byte[] block = Arrays.copyOf(key.length > BLOCK_BYTES ? sha256().digest(key) : key, BLOCK_BYTES);
        inner = padded(block, 0x36);
        outer = padded(block, 0x5c);
    }

    private static MessageDigest padded(byte[] block, int pad) {
        byte[] bytes = new byte[BLOCK_BYTES];
        for (int i = 0; i < BLOCK_BYTES; i++) {
            bytes[i] = (byte) (block[i] ^ pad);
        }
        MessageDigest digest = sha256();
        digest.update(bytes);
        return digest;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    boolean signs() {
        return inner != null;
    }

    /** The signature in lower-case hexadecimal; empty without a key. */
    byte[] sign(List<byte[]> parts) {
        if (!signs()) {
            return new byte[0];
        }
        try {
            MessageDigest first = (MessageDigest) inner.clone();
            parts.forEach(first::update);
            MessageDigest second = (MessageDigest) outer.clone();
            return HexFormat.of().formatHex(second.digest(first.digest())).getBytes(US_ASCII);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the JDK's SHA-256 can be cloned", e);
        }
    }
}
