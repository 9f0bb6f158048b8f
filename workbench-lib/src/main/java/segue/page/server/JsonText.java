package segue.page.server;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * JSON written straight into bytes, for the answers that are asked for thousands of times a second: a mapper takes three times as
 * long for them, most of it for the digits of numbers.
 *
 * <pre>{@code
 * new JsonText().begin('{').name("id").text("s0").name("share").fourDecimals(0.25).end('}').bytes();   // {"id":"s0","share":0.25}
 * }</pre>
 *
 * <p>Commas are set; that brackets fit and values have names is the writer's task.
 */
public final class JsonText {
    private static final int ENOUGH = 8_192;
    private static final int LONGEST_NUMBER = 24;
    private static final int DECIMALS = 10_000;
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);

    private byte[] bytes = new byte[ENOUGH];
    private int size;
    private boolean comma;

    /** What writes itself. */
    public interface Written {
        void writeTo(JsonText json);
    }

    /** @param bracket <code>{</code> or <code>[</code> */
    public JsonText begin(char bracket) {
        separate(1);
        bytes[size++] = (byte) bracket;
        comma = false;
        return this;
    }

    /** @param bracket <code>}</code> or <code>]</code> */
    public JsonText end(char bracket) {
        require(1);
        bytes[size++] = (byte) bracket;
        comma = true;
        return this;
    }

    /** @param name of letters that need no escape */
    public JsonText name(String name) {
        separate(name.length() + 3);
        bytes[size++] = '"';
        ascii(name);
        bytes[size++] = '"';
        bytes[size++] = ':';
        comma = false;
        return this;
    }

    /** A string; half a surrogate pair becomes the replacement character. */
    public JsonText text(String text) {
        int length = text.length();
        separate(6 * length + 2);
        bytes[size++] = '"';
        int plain = plain(text, length);
        for (int i = plain; i < length; i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                single(c);
            } else if (Character.isHighSurrogate(c) && i + 1 < length && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
                several(Character.toCodePoint(c, text.charAt(i)));
            } else {
                several(Character.isSurrogate(c) ? 0xFFFD : c);
            }
        }
        bytes[size++] = '"';
        return this;
    }

    /** Writes what a text begins with that needs neither an escape nor a second byte, which mostly is all of it. */
    private int plain(String text, int length) {
        byte[] to = bytes;
        int from = size;
        int i = 0;
        while (i < length) {
            char c = text.charAt(i);
            if (c < 0x20 || c >= 0x80 || c == '"' || c == '\\') {
                break;
            }
            to[from + i] = (byte) c;
            i++;
        }
        size = from + i;
        return i;
    }

    public JsonText texts(List<String> texts) {
        begin('[');
        texts.forEach(this::text);
        return end(']');
    }

    public JsonText number(long value) {
        separate(LONGEST_NUMBER);
        whole(value);
        return this;
    }

    /** The number, or {@code null} where there is none. */
    public JsonText number(OptionalInt value) {
        return value.isPresent() ? number(value.getAsInt()) : nothing();
    }

    /** As few digits as tell this float from its neighbours; {@code null} for what is no number. */
    public JsonText exact(float value) {
        if (!Float.isFinite(value)) {
            return nothing();
        }
        separate(LONGEST_NUMBER);
        ascii(Float.toString(value));
        return this;
    }

    /** Rounded to four decimals, those at the end that are 0 left out; {@code null} for what is no number. */
    public JsonText fourDecimals(double value) {
        if (!(Math.abs(value) < Integer.MAX_VALUE)) {
            return Double.isFinite(value) ? exact((float) value) : nothing();
        }
        separate(LONGEST_NUMBER);
        long scaled = Math.round(Math.abs(value) * DECIMALS);
        if (value < 0 && scaled > 0) {
            bytes[size++] = '-';
        }
        whole(scaled / DECIMALS);
        long rest = scaled % DECIMALS;
        if (rest > 0) {
            bytes[size++] = '.';
            for (int unit = DECIMALS / 10; rest > 0; unit /= 10) {
                bytes[size++] = (byte) ('0' + rest / unit);
                rest %= unit;
            }
        }
        return this;
    }

    public JsonText flag(boolean value) {
        separate(5);
        ascii(value ? "true" : "false");
        return this;
    }

    public JsonText nothing() {
        separate(NULL.length);
        System.arraycopy(NULL, 0, bytes, size, NULL.length);
        size += NULL.length;
        return this;
    }

    /** What was written, in UTF-8. */
    public byte[] bytes() {
        return Arrays.copyOf(bytes, size);
    }

    private void separate(int more) {
        require(more + 1);
        if (comma) {
            bytes[size++] = ',';
        }
        comma = true;
    }

    private void require(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }

    private void ascii(String text) {
        byte[] to = bytes;
        int from = size;
        int length = text.length();
        for (int i = 0; i < length; i++) {
            to[from + i] = (byte) text.charAt(i);
        }
        size = from + length;
    }

    private void whole(long value) {
        if (value >= 0 && value < 10) {
            bytes[size++] = (byte) ('0' + value);
        } else {
            ascii(Long.toString(value));
        }
    }

    private void single(char c) {
        if (c == '"' || c == '\\') {
            bytes[size++] = '\\';
            bytes[size++] = (byte) c;
        } else if (c >= 0x20) {
            bytes[size++] = (byte) c;
        } else {
            ascii("\\u00");
            bytes[size++] = HEX[c >> 4];
            bytes[size++] = HEX[c & 15];
        }
    }

    private void several(int code) {
        if (code < 0x800) {
            bytes[size++] = (byte) (0xC0 | code >> 6);
        } else {
            if (code < 0x10000) {
                bytes[size++] = (byte) (0xE0 | code >> 12);
            } else {
                bytes[size++] = (byte) (0xF0 | code >> 18);
                bytes[size++] = (byte) (0x80 | code >> 12 & 0x3F);
            }
            bytes[size++] = (byte) (0x80 | code >> 6 & 0x3F);
        }
        bytes[size++] = (byte) (0x80 | code & 0x3F);
    }
}
