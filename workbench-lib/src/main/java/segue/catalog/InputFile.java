package segue.catalog;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The bytes of a text file: unpacked where they are gzip (told by the first bytes, not by the name), without byte order
 * mark, UTF-16 turned into UTF-8, and a SHA-256 of what stands on disk.
 */
public final class InputFile implements Closeable {
    private static final int BUFFER = 1 << 16;

    private final String name;
    private final DigestInputStream raw;
    private final InputStream text;

    private InputFile(String name, DigestInputStream raw, InputStream text) {
        this.name = name;
        this.raw = raw;
        this.text = text;
    }

    /**
     * The first characters that are not space, by which a format is told; the stream stands where it stood. What breaks off in them
     * is empty: it is told when the file is read.
     *
     * @param text a stream that can be marked
     * @param bytes looked at, at most
     */
    public static String beginning(InputStream text, int bytes) throws IOException {
        text.mark(bytes);
        byte[] first = new byte[bytes];
        int size = 0;
        try {
            size = text.readNBytes(first, 0, bytes);
        } catch (EOFException | ZipException damaged) {
            size = 0;
        }
        text.reset();
        return new String(first, 0, size, StandardCharsets.UTF_8).stripLeading();
    }

    /**
     * Opens a file and unpacks it where it is gzip.
     *
     * @throws CatalogException where it is not there, a folder, a zip archive, or not readable
     */
    public static InputFile open(Path path) {
        String name = path.toString();
        if (!Files.exists(path)) {
            throw new CatalogException(name, "there is no such file", "Check the path");
        }
        if (Files.isDirectory(path)) {
            throw new CatalogException(name, "this is a folder", "Name the file in it");
        }
        try {
            return open(name, Files.newInputStream(path));
        } catch (IOException e) {
            throw new CatalogException(name, "it cannot be read: " + e, "Check its permissions", e);
        }
    }

    /**
     * Of bytes that lie elsewhere than in a file of their own. Takes over {@code bytes}: closes them with the file, or at once
     * where they are refused.
     *
     * @param name for messages
     */
    public static InputFile open(String name, InputStream bytes) {
        DigestInputStream raw = new DigestInputStream(bytes, sha256());
        InputFile file = null;
        try {
            file = unpack(name, raw);
            return file;
        } finally {
            if (file == null) {
                close(name, raw);
            }
        }
    }

    private static InputFile unpack(String name, DigestInputStream raw) {
        try {
            BufferedInputStream packed = new BufferedInputStream(raw, BUFFER);
            byte[] magic = peek(packed);
            InputStream text = packed;
            if (startsWith(magic, 0x1f, 0x8b)) {
                text = new BufferedInputStream(new GZIPInputStream(packed, BUFFER), BUFFER);
                magic = peekUnpacked(text);
            } else if (startsWith(magic, 'P', 'K', 3, 4)) {
                throw new CatalogException(name, "this is a zip archive", "Unpack it and name the table in it");
            }
            return new InputFile(name, raw, withoutMark(text, magic));
        } catch (EOFException | ZipException e) {
            throw new CatalogException(name, "its gzip header is damaged or cut off", "Get the file again", e);
        } catch (IOException e) {
            throw new CatalogException(name, "it cannot be read: " + e, "Check the file and its disk", e);
        }
    }

    /** As the caller named it. */
    public String name() {
        return name;
    }

    /** The text's bytes, of a stream that can be marked; a read may throw {@link EOFException} or {@link ZipException} where the packing is damaged. */
    public InputStream text() {
        return text;
    }

    /** Reads what is left of the file and gives the SHA-256 of all of it. */
    String checksum() {
        try {
            raw.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new CatalogException(name, "it cannot be read: " + e, "Check the file and its disk", e);
        }
        return HexFormat.of().formatHex(raw.getMessageDigest().digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public void close() {
        close(name, raw);
    }

    private static void close(String name, InputStream raw) {
        try {
            raw.close();
        } catch (IOException e) {
            throw new CatalogException(name, "it cannot be closed: " + e, "Check the file and its disk", e);
        }
    }

    private static byte[] peekUnpacked(InputStream text) throws IOException {
        try {
            return peek(text);
        } catch (EOFException | ZipException e) {
            return new byte[0];
        }
    }

    private static byte[] peek(InputStream in) throws IOException {
        in.mark(4);
        byte[] start = in.readNBytes(4);
        in.reset();
        return start;
    }

    private static InputStream withoutMark(InputStream text, byte[] magic) throws IOException {
        if (startsWith(magic, 0xef, 0xbb, 0xbf)) {
            text.skipNBytes(3);
        } else if (startsWith(magic, 0xff, 0xfe)) {
            text.skipNBytes(2);
            return new BufferedInputStream(new Transcoded(text, StandardCharsets.UTF_16LE));
        } else if (startsWith(magic, 0xfe, 0xff)) {
            text.skipNBytes(2);
            return new BufferedInputStream(new Transcoded(text, StandardCharsets.UTF_16BE));
        }
        return text;
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        for (int i = 0; i < start.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xff) != start[i]) {
                return false;
            }
        }
        return true;
    }

    /** The characters of a stream as UTF-8 bytes. */
    private static final class Transcoded extends InputStream {
        private final Reader reader;
        private final char[] chars = new char[BUFFER];
        private InputStream chunk = InputStream.nullInputStream();

        private Transcoded(InputStream in, Charset charset) {
            this.reader = new InputStreamReader(in, charset);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int got = chunk.read(bytes, offset, length);
            while (got < 0) {
                int count = reader.read(chars, 0, chars.length - 1);
                if (count < 0) {
                    return -1;
                }
                if (Character.isHighSurrogate(chars[count - 1])) {
                    int low = reader.read();
                    if (low >= 0) {
                        chars[count++] = (char) low;
                    }
                }
                chunk = new ByteArrayInputStream(new String(chars, 0, count).getBytes(StandardCharsets.UTF_8));
                got = chunk.read(bytes, offset, length);
            }
            return got;
        }
    }
}
