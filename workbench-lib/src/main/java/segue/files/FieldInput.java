package segue.files;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads what {@link FieldOutput} wrote. A damaged number cannot have it take more memory than the file is long. */
public final class FieldInput extends DataInputStream {
    private static final int CHUNK = 1 << 12;

    private final long fileBytes;

    FieldInput(InputStream in, long fileBytes) {
        super(in);
        this.fileBytes = fileBytes;
    }

    /**
     * An int that counts something.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public int count() throws IOException {
        return (int) fitting(readInt(), Integer.MAX_VALUE);
    }

    public String text() throws IOException {
        byte[] bytes = new byte[(int) fitting(readInt(), fileBytes)];
        readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** @throws IllegalArgumentException if the file is too short for so many */
    public float[] floats(long count) throws IOException {
        float[] values = new float[(int) fitting(count, fileBytes / Float.BYTES)];
        byte[] bytes = new byte[CHUNK * Float.BYTES];
        for (int from = 0; from < values.length; from += CHUNK) {
            int some = Math.min(CHUNK, values.length - from);
            readFully(bytes, 0, some * Float.BYTES);
            ByteBuffer.wrap(bytes).asFloatBuffer().get(values, from, some);
        }
        return values;
    }

    /** @throws IllegalArgumentException if the file is too short for so many */
    public int[] ints(long count) throws IOException {
        int[] values = new int[(int) fitting(count, fileBytes / Integer.BYTES)];
        byte[] bytes = new byte[CHUNK * Integer.BYTES];
        for (int from = 0; from < values.length; from += CHUNK) {
            int some = Math.min(CHUNK, values.length - from);
            readFully(bytes, 0, some * Integer.BYTES);
            ByteBuffer.wrap(bytes).asIntBuffer().get(values, from, some);
        }
        return values;
    }

    /** @throws IllegalArgumentException if the file is too short for so many */
    public double[] doubles(long count) throws IOException {
        double[] values = new double[(int) fitting(count, fileBytes / Double.BYTES)];
        for (int i = 0; i < values.length; i++) {
            values[i] = readDouble();
        }
        return values;
    }

    private static long fitting(long count, long most) {
        if (count < 0 || count > Math.min(most, Integer.MAX_VALUE - 8)) {
            throw new IllegalArgumentException("a number of " + count + " does not fit the file");
        }
        return count;
    }
}
