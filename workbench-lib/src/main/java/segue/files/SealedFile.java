package segue.files;

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

/**
 * The frame of a file of numbers that only Segue reads: 8 bytes that say what it is, an int with the version of its layout,
 * the content, and 32 bytes with the SHA-256 of everything before. Big endian.
 *
 * @param magic 8 letters of ASCII that the file begins with
 * @param version of the layout of the content
 * @param what it holds, for sentences: {@code "saved clusters"}
 */
public record SealedFile(String magic, int version, String what) {
    private static final int MAGIC_BYTES = 8;
    private static final int CHECKSUM_BYTES = 32;
    private static final int BUFFER_BYTES = 1 << 16;

    /** Writes the content. */
    @FunctionalInterface
    public interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    /** Reads the content. */
    @FunctionalInterface
    public interface Reading<T> {
        /**
         * @param length of the whole file in bytes; no count in it can be larger
         * @throws IllegalArgumentException if the content makes no sense
         */
        T from(DataInputStream in, long length) throws IOException;
    }

    public SealedFile {
        if (magic.length() != MAGIC_BYTES) {
            throw new IllegalArgumentException("a file begins with 8 letters but was given '" + magic + "'");
        }
    }

    /** Writes the file beside its place, then moves it there. */
    public void write(Path file, Writing content) throws IOException {
        WholeFile.write(file, part -> {
            MessageDigest digest = sha256();
            try (DigestOutputStream digested = new DigestOutputStream(
                            new BufferedOutputStream(
                                    Files.newOutputStream(part, StandardOpenOption.CREATE_NEW), BUFFER_BYTES),
                            digest);
                    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(digested, BUFFER_BYTES))) {
                out.write(magic.getBytes(StandardCharsets.US_ASCII));
                out.writeInt(version);
                content.to(out);
                out.flush();
                digested.on(false);
                digested.write(digest.digest());
            }
        });
    }

    /** @throws IOException if it is another file, of another version, cut short or damaged; the message says which */
    public <T> T read(Path file, Reading<T> content) throws IOException {
        if (Files.isDirectory(file)) {
            throw new FileSystemException(file.toString(), null, "is a folder, not a file of " + what);
        }
        MessageDigest digest = sha256();
        long length = Files.size(file);
        try (DigestInputStream digested = new DigestInputStream(
                        new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES), digest);
                DataInputStream in = new DataInputStream(digested)) {
            checkHead(file, in);
            T read = content.from(in, length);
            digested.on(false);
            if (!Arrays.equals(in.readNBytes(CHECKSUM_BYTES), digest.digest()) || in.read() >= 0) {
                throw damaged(file, "its checksum does not fit", null);
            }
            return read;
        } catch (EOFException cut) {
            throw damaged(file, "it ends too early", cut);
        } catch (IllegalArgumentException wrong) {
            throw damaged(file, wrong.getMessage(), wrong);
        }
    }

    /** What kind of file it is, so that a foreign one is not called damaged. */
    private void checkHead(Path file, DataInputStream in) throws IOException {
        if (!Arrays.equals(in.readNBytes(MAGIC_BYTES), magic.getBytes(StandardCharsets.US_ASCII))) {
            throw new IOException("%s: has no %s in it (it does not begin with %s)".formatted(file, what, magic));
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

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
