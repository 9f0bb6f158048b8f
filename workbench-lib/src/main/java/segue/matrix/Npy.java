package segue.matrix;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import segue.files.WholeFile;

/**
 * NumPy's {@code .npy} files: {@code float32} matrices in and out, {@code int32} matrices out; C order, little endian,
 * format version 1.0 (versions 2 and 3 and Fortran order are read too). The format is described in NumPy's enhancement proposal 1.
 */
public final class Npy {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final Pattern HEADER = Pattern.compile(
            "\\s*\\{(?=.*'descr':\\s*'(?<type>[^']+)')(?=.*'fortran_order':\\s*(?<fortran>True|False))"
                    + "(?=.*'shape':\\s*\\((?<shape>[^)]*)\\)).*\\}\\s*",
            Pattern.DOTALL);
    private static final int CHUNK_BYTES = 1 << 16;

    private Npy() {}

    /**
     * Reads a {@code float32} file of shape {@code (rows, columns)}.
     *
     * @throws NpyException if it is no such file, is cut short, or holds a value that is not finite
     */
    public static FloatMatrix readMatrix(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            Header header = readHeader(file.toString(), in);
            int rows = header.rows();
            int columns = header.columns();
            long expected = 4L * rows * columns;
            if (expected / 4 > Integer.MAX_VALUE - 8) {
                throw new NpyException(
                        "%s: %d x %d values are more than one array holds".formatted(file, rows, columns));
            }
            if (Files.isRegularFile(file) && Files.size(file) < expected) {
                throw new NpyException("%s: cut short, %,d bytes of numbers expected, the whole file has %,d"
                        .formatted(file, expected, Files.size(file)));
            }
            float[] values = new float[rows * columns];
            byte[] chunk = new byte[CHUNK_BYTES];
            for (int done = 0; done < values.length; ) {
                int wanted = Math.min(CHUNK_BYTES, 4 * Math.min(CHUNK_BYTES, values.length - done));
                int got = in.readNBytes(chunk, 0, wanted);
                if (got < wanted) {
                    throw new NpyException("%s: cut short, %,d bytes of numbers expected, %,d found"
                            .formatted(file, expected, 4L * done + got));
                }
                ByteBuffer.wrap(chunk, 0, got)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .asFloatBuffer()
                        .get(values, done, got / 4);
                done += got / 4;
            }
            if (in.read() >= 0) {
                throw new NpyException(file + ": longer than its header says");
            }
            try {
                return FloatMatrix.wrap(rows, columns, header.byColumns() ? transposed(values, columns, rows) : values);
            } catch (IllegalArgumentException notFinite) {
                throw new NpyException(file + ": " + notFinite.getMessage());
            }
        }
    }

    /**
     * What a file of {@code float32} says of itself.
     *
     * @param byColumns whether the columns stand one after the other (Fortran order)
     * @param bytes before the first number
     */
    public record Header(int rows, int columns, boolean byColumns, int bytes) {}

    /**
     * Reads the head of a {@code float32} file of shape {@code (rows, columns)}, wherever its bytes come from; {@code in} then
     * stands at the first number.
     *
     * @param name for messages
     * @throws NpyException if it is no such file
     */
    public static Header readHeader(String name, InputStream in) throws IOException {
        return readHeader(name, new DataInputStream(in));
    }

    /** A {@code rows x columns} table, turned. */
    private static float[] transposed(float[] values, int rows, int columns) {
        float[] turned = new float[values.length];
        for (int column = 0; column < columns; column++) {
            for (int row = 0; row < rows; row++) {
                turned[column * rows + row] = values[row * columns + column];
            }
        }
        return turned;
    }

    private static Header readHeader(String file, DataInputStream in) throws IOException {
        String header;
        int bytes;
        try {
            if (!Arrays.equals(in.readNBytes(MAGIC.length), MAGIC)) {
                throw new NpyException(file + ": not an .npy file (its first six bytes are not \\x93NUMPY)");
            }
            int major = in.readUnsignedByte();
            in.readUnsignedByte();
            int length = Short.toUnsignedInt(Short.reverseBytes(in.readShort()));
            if (major > 1) {
                length |= Short.toUnsignedInt(Short.reverseBytes(in.readShort())) << 16;
            }
            if (length < 0 || length > 1 << 20) {
                throw new NpyException(file + ": its header claims " + length + " bytes");
            }
            header = new String(in.readNBytes(length), StandardCharsets.ISO_8859_1);
            bytes = MAGIC.length + (major > 1 ? 6 : 4) + length;
        } catch (EOFException cut) {
            throw new NpyException(file + ": cut short inside its header");
        }
        Matcher matcher = HEADER.matcher(header);
        if (!matcher.matches()) {
            throw new NpyException(file + ": cannot read its header " + header.strip());
        }
        if (!matcher.group("type").equals("<f4")) {
            throw new NpyException(
                    "%s: expected float32 little endian ('<f4') but found '%s'; in Python: x.astype('float32')"
                            .formatted(file, matcher.group("type")));
        }
        String[] shape = matcher.group("shape").strip().split("\\s*,\\s*");
        if (shape.length != 2) {
            throw new NpyException("%s: expected a matrix of shape (rows, columns) but found shape (%s)"
                    .formatted(file, matcher.group("shape")));
        }
        try {
            return new Header(
                    Integer.parseUnsignedInt(shape[0]),
                    Integer.parseUnsignedInt(shape[1]),
                    matcher.group("fortran").equals("True"),
                    bytes);
        } catch (NumberFormatException tooLarge) {
            throw new NpyException("%s: cannot read its shape (%s)".formatted(file, matcher.group("shape")));
        }
    }

    /** Writes {@code float32}, shape {@code (rows, columns)}; beside the file first, then moved over it. */
    public static void write(Path file, FloatMatrix matrix) throws IOException {
        float[] values = matrix.values();
        write(
                file,
                "<f4",
                shape(matrix.rows(), matrix.columns()),
                values.length,
                (buffer, from, count) -> buffer.asFloatBuffer().put(values, from, count));
    }

    /**
     * Writes {@code int32}, shape {@code (rows, columns)}; beside the file first, then moved over it.
     *
     * @param values row-major, length {@code rows * columns}
     */
    public static void write(Path file, int rows, int columns, int[] values) throws IOException {
        if ((long) rows * columns != values.length) {
            throw new IllegalArgumentException("a %d x %d matrix needs %d values but got %d"
                    .formatted(rows, columns, (long) rows * columns, values.length));
        }
        write(
                file,
                "<i4",
                shape(rows, columns),
                values.length,
                (buffer, from, count) -> buffer.asIntBuffer().put(values, from, count));
    }

    /** Writes {@code int32}, shape {@code (values)}; beside the file first, then moved over it. */
    public static void write(Path file, int... values) throws IOException {
        write(
                file,
                "<i4",
                "(%d,)".formatted(values.length),
                values.length,
                (buffer, from, count) -> buffer.asIntBuffer().put(values, from, count));
    }

    private interface Fill {
        void put(ByteBuffer buffer, int from, int count);
    }

    private static String shape(int rows, int columns) {
        return "(%d, %d)".formatted(rows, columns);
    }

    private static void write(Path file, String type, String shape, int length, Fill fill) throws IOException {
        WholeFile.write(file, part -> {
            try (FileChannel channel =
                    FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                Channels.newOutputStream(channel).write(header(type, shape));
                ByteBuffer buffer = ByteBuffer.allocate(CHUNK_BYTES).order(ByteOrder.LITTLE_ENDIAN);
                for (int done = 0; done < length; ) {
                    int count = Math.min(CHUNK_BYTES / 4, length - done);
                    fill.put(buffer.clear(), done, count);
                    buffer.limit(4 * count);
                    while (buffer.hasRemaining()) {
                        channel.write(buffer);
                    }
                    done += count;
                }
            }
        });
    }

    private static byte[] header(String type, String shape) {
        String text = "{'descr': '%s', 'fortran_order': False, 'shape': %s, }".formatted(type, shape);
        int unpadded = MAGIC.length + 4 + text.length() + 1;
        String padded = text + " ".repeat((64 - unpadded % 64) % 64) + "\n";
        return ByteBuffer.allocate(MAGIC.length + 4 + padded.length())
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(MAGIC)
                .put((byte) 1)
                .put((byte) 0)
                .putShort((short) padded.length())
                .put(padded.getBytes(StandardCharsets.ISO_8859_1))
                .array();
    }
}
