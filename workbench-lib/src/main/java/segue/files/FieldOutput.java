package segue.files;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Writes the fields of a {@link FileKind}: single values as its parent does, big endian, and arrays and text. */
public final class FieldOutput extends DataOutputStream {
    private static final int CHUNK = 1 << 12;

    FieldOutput(OutputStream out) {
        super(out);
    }

    /** Its length in bytes as an int, and UTF-8. */
    public void text(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        writeInt(bytes.length);
        write(bytes);
    }

    /** The values alone: write their number yourself where a reader cannot know it. */
    public void floats(float... values) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(CHUNK * Float.BYTES);
        for (int from = 0; from < values.length; from += CHUNK) {
            int count = Math.min(CHUNK, values.length - from);
            bytes.asFloatBuffer().put(values, from, count);
            write(bytes.array(), 0, count * Float.BYTES);
        }
    }

    /** The values alone. */
    public void ints(int... values) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(CHUNK * Integer.BYTES);
        for (int from = 0; from < values.length; from += CHUNK) {
            int count = Math.min(CHUNK, values.length - from);
            bytes.asIntBuffer().put(values, from, count);
            write(bytes.array(), 0, count * Integer.BYTES);
        }
    }

    /** The values alone. */
    public void doubles(double... values) throws IOException {
        for (double value : values) {
            writeDouble(value);
        }
    }
}
