package segue.projection;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.OptionalDouble;
import segue.files.WholeFile;
import segue.matrix.FloatMatrix;
import segue.neighbors.Metric;

/**
 * A saved map, big endian, one after another:
 *
 * <pre>
 * 8 bytes           "SegueMap"
 * int               version of this layout, 1
 * double int int    perplexity, dimensions, iterations that were asked for
 * int double double exaggerated iterations, exaggeration, learning rate (0: chosen)
 * int, bytes        length and name of the metric, UTF-8: "euclidean"
 * double long int   theta, seed, threads
 * int               start: 0 principal components, 1 random, 2 given positions
 * matrix            the given positions; only of start 2
 * double int        Kullback-Leibler divergence, iterations that were done
 * double double double   seconds: neighbours, affinities, optimisation
 * matrix matrix     the data, the coordinates
 * 32 bytes          SHA-256 of everything before
 * </pre>
 *
 * <p>A matrix is its rows and columns as two ints, and its floats row by row.
 */
final class TsneMapFile {
    private static final byte[] MAGIC = "SegueMap".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 1;
    private static final int CHECKSUM_BYTES = 32;
    private static final int LONGEST_NAME = 64;
    private static final int BUFFER_BYTES = 1 << 16;

    private TsneMapFile() {}

    static void write(Path file, TsneMap map) throws IOException {
        WholeFile.write(file, part -> {
            MessageDigest digest = sha256();
            try (DigestOutputStream digested = new DigestOutputStream(
                            new BufferedOutputStream(
                                    Files.newOutputStream(part, StandardOpenOption.CREATE_NEW), BUFFER_BYTES),
                            digest);
                    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(digested, BUFFER_BYTES))) {
                out.write(MAGIC);
                out.writeInt(VERSION);
                writeOptions(out, map.options());
                out.writeDouble(map.klDivergence());
                out.writeInt(map.iterations());
                out.writeDouble(map.seconds().neighbors());
                out.writeDouble(map.seconds().affinities());
                out.writeDouble(map.seconds().optimisation());
                writeMatrix(out, map.data());
                writeMatrix(out, map.coordinates());
                out.flush();
                digested.on(false);
                digested.write(digest.digest());
            }
        });
    }

    private static void writeOptions(DataOutputStream out, TsneOptions options) throws IOException {
        out.writeDouble(options.perplexity());
        out.writeInt(options.dimensions());
        out.writeInt(options.iterations());
        out.writeInt(options.exaggeratedIterations());
        out.writeDouble(options.exaggeration());
        out.writeDouble(options.learningRate().orElse(0));
        byte[] metric = options.metric().label().getBytes(StandardCharsets.UTF_8);
        out.writeInt(metric.length);
        out.write(metric);
        out.writeDouble(options.theta());
        out.writeLong(options.seed());
        out.writeInt(options.threads());
        switch (options.initialisation()) {
            case Initialisation.Principal() -> out.writeInt(0);
            case Initialisation.Chance() -> out.writeInt(1);
            case Initialisation.Given(FloatMatrix positions) -> {
                out.writeInt(2);
                writeMatrix(out, positions);
            }
        }
    }

    private static void writeMatrix(DataOutputStream out, FloatMatrix matrix) throws IOException {
        out.writeInt(matrix.rows());
        out.writeInt(matrix.columns());
        for (float value : matrix.values()) {
            out.writeFloat(value);
        }
    }

    static TsneMap read(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new FileSystemException(file.toString(), null, "is a folder, not a saved map");
        }
        MessageDigest digest = sha256();
        long length = Files.size(file);
        try (DigestInputStream digested = new DigestInputStream(
                        new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES), digest);
                DataInputStream in = new DataInputStream(digested)) {
            checkHead(file, in);
            TsneMap map = readContent(in, length);
            digested.on(false);
            if (!Arrays.equals(in.readNBytes(CHECKSUM_BYTES), digest.digest()) || in.read() >= 0) {
                throw damaged(file, "its checksum does not fit", null);
            }
            return map;
        } catch (EOFException cut) {
            throw damaged(file, "it ends too early", cut);
        } catch (IllegalArgumentException wrong) {
            throw damaged(file, wrong.getMessage(), wrong);
        }
    }

    private static IOException damaged(Path file, String reason, Exception cause) {
        return new IOException(file + ": damaged or cut short, " + reason + ": make the map again", cause);
    }

    /** What kind of file it is, so that a foreign one is not called damaged. */
    private static void checkHead(Path file, DataInputStream in) throws IOException {
        if (!Arrays.equals(in.readNBytes(MAGIC.length), MAGIC)) {
            throw new IOException(file + ": not a saved map (it does not begin with SegueMap)");
        }
        int version = in.readInt();
        if (version != VERSION) {
            throw new IOException(
                    "%s: written by another Segue (layout %d, this one reads %d): use that one, or make the map again"
                            .formatted(file, version, VERSION));
        }
    }

    private static TsneMap readContent(DataInputStream in, long length) throws IOException {
        TsneOptions options = readOptions(in, length);
        double divergence = in.readDouble();
        int iterations = in.readInt();
        TsneMap.Seconds seconds = new TsneMap.Seconds(in.readDouble(), in.readDouble(), in.readDouble());
        FloatMatrix data = readMatrix(in, length);
        FloatMatrix coordinates = readMatrix(in, length);
        return new TsneMap(data, coordinates, options, divergence, iterations, seconds);
    }

    private static TsneOptions readOptions(DataInputStream in, long length) throws IOException {
        double perplexity = in.readDouble();
        int dimensions = in.readInt();
        int iterations = in.readInt();
        int exaggerated = in.readInt();
        double exaggeration = in.readDouble();
        double rate = in.readDouble();
        byte[] metric = new byte[count(in.readInt(), LONGEST_NAME)];
        in.readFully(metric);
        double theta = in.readDouble();
        long seed = in.readLong();
        int threads = in.readInt();
        int start = in.readInt();
        Initialisation initialisation = switch (start) {
            case 0 -> Initialisation.pca();
            case 1 -> Initialisation.random();
            case 2 -> Initialisation.of(readMatrix(in, length));
            default -> throw new IllegalArgumentException("a start of number " + start + " is not known");
        };
        return new TsneOptions(
                perplexity,
                dimensions,
                iterations,
                exaggerated,
                exaggeration,
                rate == 0 ? OptionalDouble.empty() : OptionalDouble.of(rate),
                initialisation,
                Metric.parse(new String(metric, StandardCharsets.UTF_8)),
                theta,
                seed,
                threads);
    }

    private static FloatMatrix readMatrix(DataInputStream in, long length) throws IOException {
        int rows = count(in.readInt(), Integer.MAX_VALUE);
        int columns = count(in.readInt(), Integer.MAX_VALUE);
        float[] values = new float[count((long) rows * columns, length / Float.BYTES)];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readFloat();
        }
        return FloatMatrix.wrap(rows, columns, values);
    }

    private static int count(long value, long most) {
        if (value < 0 || value > Math.min(most, Integer.MAX_VALUE - 8)) {
            throw new IllegalArgumentException("a number of " + value + " does not fit the file");
        }
        return (int) value;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
