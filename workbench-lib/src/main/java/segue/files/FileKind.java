package segue.files;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
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

/**
 * A kind of file that Segue writes to read it again: what it is, the version of its layout, fields, and a checksum. Nothing
 * in such a file is run, and a damaged one is refused.
 *
 * <pre>{@code
 * static final FileKind MAPS = new FileKind("SegueMap", 1, "a saved map");
 * MAPS.write(file, out -> out.floats(values));
 * float[] values = MAPS.read(file, in -> in.floats(in.count()));
 * }</pre>
 *
 * <p>The bytes: the mark in ASCII, the version as a big-endian int, the fields as {@link FieldOutput} writes them, and the
 * SHA-256 of all that.
 *
 * @param mark that such files begin with, 8 letters of ASCII
 * @param version of the layout of the fields
 * @param noun what a person calls it: {@code "a saved map"}
 */
public record FileKind(String mark, int version, String noun) {
    private static final int MARK_BYTES = 8;
    private static final int CHECKSUM_BYTES = 32;
    private static final int BUFFER_BYTES = 1 << 16;

    public FileKind {
        if (mark.length() != MARK_BYTES
                || !StandardCharsets.US_ASCII.newEncoder().canEncode(mark)) {
            throw new IllegalArgumentException("a mark must be 8 letters of ASCII but was '" + mark + "'");
        }
    }

    /** Writes the fields of a file. */
    @FunctionalInterface
    public interface Writing {
        void to(FieldOutput out) throws IOException;
    }

    /** Reads what {@link Writing} wrote; what does not make sense is an {@link IllegalArgumentException}. */
    @FunctionalInterface
    public interface Reading<T> {
        T from(FieldInput in) throws IOException;
    }

    /** Whether {@code file} begins as such a file does. */
    public boolean is(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (var in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(MARK_BYTES), markBytes());
        }
    }

    /** Writes beside the file, then moves the result over it. */
    public void write(Path file, Writing fields) throws IOException {
        WholeFile.write(file, part -> {
            MessageDigest digest = sha256();
            try (DigestOutputStream digested = new DigestOutputStream(
                            new BufferedOutputStream(
                                    Files.newOutputStream(part, StandardOpenOption.CREATE_NEW), BUFFER_BYTES),
                            digest);
                    FieldOutput out = new FieldOutput(new BufferedOutputStream(digested, BUFFER_BYTES))) {
                out.write(markBytes());
                out.writeInt(version);
                fields.to(out);
                out.flush();
                digested.on(false);
                digested.write(digest.digest());
            }
        });
    }

    /**
     * Reads all fields, and holds the file to its checksum.
     *
     * @throws IOException if it is another kind of file, of another version, or damaged; the message says which
     */
    public <T> T read(Path file, Reading<T> fields) throws IOException {
        if (Files.isDirectory(file)) {
            throw new FileSystemException(file.toString(), null, "is a folder, not " + noun);
        }
        MessageDigest digest = sha256();
        long length = Files.size(file);
        try (DigestInputStream digested = new DigestInputStream(
                        new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES), digest);
                FieldInput in = new FieldInput(digested, length)) {
            requireKind(file, in);
            T content = fields.from(in);
            digested.on(false);
            if (!Arrays.equals(in.readNBytes(CHECKSUM_BYTES), digest.digest()) || in.read() >= 0) {
                throw damaged(file, "its checksum does not fit", null);
            }
            return content;
        } catch (EOFException cut) {
            throw damaged(file, "it ends too early", cut);
        } catch (IllegalArgumentException senseless) {
            throw damaged(file, senseless.getMessage(), senseless);
        }
    }

    /** A foreign file is not called damaged. */
    private void requireKind(Path file, FieldInput in) throws IOException {
        if (!Arrays.equals(in.readNBytes(MARK_BYTES), markBytes())) {
            throw new IOException("%s: not %s (it does not begin with %s)".formatted(file, noun, mark));
        }
        int found = in.readInt();
        if (found != version) {
            throw new IOException(
                    "%s: written by another Segue (layout %d, this one reads %d): use that one, or make it again"
                            .formatted(file, found, version));
        }
    }

    private static IOException damaged(Path file, String reason, Exception cause) {
        return new IOException(file + ": damaged or cut short, " + reason + ": make it again", cause);
    }

    private byte[] markBytes() {
        return mark.getBytes(StandardCharsets.US_ASCII);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
