package segue.kernel.wire;

import java.util.List;
import java.util.Map;

/**
 * A Jupyter message that a client sent.
 *
 * @param identities the way back: ZeroMQ's routing frames, the sender's first
 * @param rawHeader the header's own bytes, which become the parent header of every answer
 */
public record Message(
        List<byte[]> identities,
        byte[] rawHeader,
        Map<String, Object> header,
        Map<String, Object> parentHeader,
        Map<String, Object> metadata,
        Map<String, Object> content,
        List<byte[]> buffers) {

    /** {@code "execute_request"} … */
    public String type() {
        return header.get("msg_type") instanceof String type ? type : "";
    }

    public String id() {
        return header.get("msg_id") instanceof String id ? id : "";
    }

    public String text(String key, String otherwise) {
        return content.get(key) instanceof String text ? text : otherwise;
    }

    public boolean flag(String key, boolean otherwise) {
        return content.get(key) instanceof Boolean flag ? flag : otherwise;
    }

    public int number(String key, int otherwise) {
        return content.get(key) instanceof Number number
                ? Math.clamp(number.longValue(), Integer.MIN_VALUE, Integer.MAX_VALUE)
                : otherwise;
    }

    /** How many bytes of content it brought, near enough. */
    public int weight() {
        int bytes = text("code", "").length() * 2 + rawHeader.length + 200;
        for (byte[] buffer : buffers) {
            bytes += buffer.length;
        }
        return bytes;
    }
}
