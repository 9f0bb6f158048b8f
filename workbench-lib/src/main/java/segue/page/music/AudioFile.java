package segue.page.music;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file as it is at one moment.
 *
 * @param path real, with no link in it
 * @param bytes of the file
 * @param stamp differs whenever the content does, as far as the file system says: 16 hexadecimal digits
 */
record AudioFile(Path path, long bytes, String stamp) {
    /** @throws IOException if it is no ordinary file now */
    static AudioFile of(Path path) throws IOException {
        BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!now.isRegularFile()) {
            throw new NoSuchFileException(path.toString(), null, "is no ordinary file");
        }
        String all = "%s %d %s %s".formatted(path, now.size(), now.lastModifiedTime(), now.fileKey());
        return new AudioFile(path, now.size(), digest(all));
    }

    /** For reading; a link that was put in its place meanwhile is not followed. */
    FileChannel open() throws IOException {
        return FileChannel.open(path, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
