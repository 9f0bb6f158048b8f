package segue.neighbors.hnsw;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import segue.files.WholeFile;
import segue.matrix.FloatMatrix;
import segue.neighbors.Distance;
import segue.neighbors.Metric;
import segue.neighbors.ProgressListener;

/**
 * A saved index, big endian, one after another:
 *
 * <pre>
 * 8 bytes     "SegueHNS"
 * int         version of this layout, 1
 * int, bytes  length and name of the metric, UTF-8: "euclidean"
 * int, float… number of weights, weights
 * int int int m, efConstruction, ef
 * long int    seed, threads
 * int int     rows, columns
 * float…      the rows as they were given, row-major
 * bytes       the graph as Voyager 2 saves it
 * 32 bytes    SHA-256 of everything before
 * </pre>
 */
final class HnswFile {
    private static final byte[] MAGIC = "SegueHNS".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 1;
    private static final int CHECKSUM_BYTES = 32;
    private static final int LONGEST_NAME = 64;

    private HnswFile() {}

    static void write(Path file, HnswIndex index) throws IOException {
        WholeFile.write(file, part -> {
            MessageDigest digest = sha256();
            try (DigestOutputStream digested = new DigestOutputStream(
                            new BufferedOutputStream(
                                    Files.newOutputStream(part, StandardOpenOption.CREATE_NEW), 1 << 16),
                            digest);
                    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(digested, 1 << 16))) {
                writeContent(out, index);
                out.flush();
                digested.on(false);
                digested.write(digest.digest());
            }
        });
    }

    private static void writeContent(DataOutputStream out, HnswIndex index) throws IOException {
        out.write(MAGIC);
        out.writeInt(VERSION);
        byte[] metric = index.metric().label().getBytes(StandardCharsets.UTF_8);
        out.writeInt(metric.length);
        out.write(metric);
        float[] weights = index.distance().weights();
        out.writeInt(weights.length);
        writeFloats(out, weights);
        HnswOptions options = index.options();
        out.writeInt(options.m());
        out.writeInt(options.efConstruction());
        out.writeInt(options.ef());
        out.writeLong(options.seed());
        out.writeInt(options.threads());
        out.writeInt(index.data().rows());
        out.writeInt(index.data().columns());
        writeFloats(out, index.data().values());
        index.graph().save(out);
    }

    static HnswIndex read(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new FileSystemException(file.toString(), null, "is a folder, not a saved index");
        }
        checkHead(file);
        long content = Files.size(file) - CHECKSUM_BYTES;
        if (content < MAGIC.length + Integer.BYTES
                || !Arrays.equals(storedChecksum(file, content), checksum(file, content))) {
            throw new IOException(file + ": damaged or cut short, its checksum does not fit: build the index again");
        }
        try (DataInputStream in = new DataInputStream(open(file, content))) {
            in.skipNBytes(MAGIC.length + Integer.BYTES);
            return readContent(in, content);
        } catch (EOFException | IllegalArgumentException wrong) {
            throw new IOException(
                    file + ": not an index that can be read, though whole"
                            + (wrong.getMessage() == null ? "" : ": " + wrong.getMessage()),
                    wrong);
        }
    }

    /** What kind of file it is, so that a foreign one is not called damaged. */
    private static void checkHead(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            if (!Arrays.equals(in.readNBytes(MAGIC.length), MAGIC)) {
                throw new IOException(file + ": not a saved HNSW index (it does not begin with SegueHNS)");
            }
            int version = in.readInt();
            if (version > VERSION) {
                throw new IOException(
                        "%s: written by a newer Segue (layout %d, this one reads up to %d): update Segue, or build the index again"
                                .formatted(file, version, VERSION));
            }
            if (version < 1) {
                throw new IOException(
                        "%s: damaged, its layout has the number %d: build the index again".formatted(file, version));
            }
        } catch (EOFException cut) {
            throw new IOException(file + ": cut short inside its header: build the index again", cut);
        }
    }

    private static HnswIndex readContent(DataInputStream in, long content) throws IOException {
        byte[] metric = new byte[count(in.readInt(), LONGEST_NAME)];
        in.readFully(metric);
        float[] weights = readFloats(in, count(in.readInt(), content / Float.BYTES));
        Distance distance = new Distance(Metric.parse(new String(metric, StandardCharsets.UTF_8)), weights);
        int m = in.readInt();
        int efConstruction = in.readInt();
        int ef = in.readInt();
        long seed = in.readLong();
        HnswOptions options = new HnswOptions(m, efConstruction, ef, seed, in.readInt());
        int rows = count(in.readInt(), Integer.MAX_VALUE);
        int columns = count(in.readInt(), Integer.MAX_VALUE);
        float[] values = readFloats(in, count((long) rows * columns, content / Float.BYTES));
        FloatMatrix data = FloatMatrix.wrap(rows, columns, values);
        if (rows == 0) {
            // The library cannot read a graph without points.
            return HnswIndex.build(data, distance, options, ProgressListener.NONE);
        }
        NativeGraph graph = NativeGraph.load(in);
        return new HnswIndex(
                data,
                distance,
                options,
                prepared -> HnswEngine.over(prepared, distance.metric().accumulation(), graph, ef));
    }

    private static int count(long value, long most) {
        if (value < 0 || value > Math.min(most, Integer.MAX_VALUE)) {
            throw new IllegalArgumentException("a number of " + value + " does not fit the file");
        }
        return (int) value;
    }

    private static void writeFloats(DataOutputStream out, float[] values) throws IOException {
        for (float value : values) {
            out.writeFloat(value);
        }
    }

    private static float[] readFloats(DataInputStream in, int count) throws IOException {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = in.readFloat();
        }
        return values;
    }

    private static byte[] storedChecksum(Path file, long content) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(content);
            return in.readNBytes(CHECKSUM_BYTES);
        }
    }

    private static byte[] checksum(Path file, long content) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = open(file, content)) {
            byte[] chunk = new byte[1 << 16];
            for (int got = in.read(chunk); got >= 0; got = in.read(chunk)) {
                digest.update(chunk, 0, got);
            }
        }
        return digest.digest();
    }

    private static InputStream open(Path file, long length) throws IOException {
        return new FirstBytes(new BufferedInputStream(Files.newInputStream(file), 1 << 16), length);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** Ends before the checksum. */
    private static final class FirstBytes extends FilterInputStream {
        private long left;

        FirstBytes(InputStream in, long length) {
            super(in);
            this.left = length;
        }

        @Override
        public int read() throws IOException {
            int value = left > 0 ? super.read() : -1;
            left -= value < 0 ? 0 : 1;
            return value;
        }

        @Override
        public int read(byte[] bytes, int from, int count) throws IOException {
            int got = left > 0 ? super.read(bytes, from, (int) Math.min(count, left)) : count == 0 ? 0 : -1;
            left -= Math.max(0, got);
            return got;
        }

        @Override
        public long skip(long count) throws IOException {
            long skipped = super.skip(Math.min(count, left));
            left -= skipped;
            return skipped;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
