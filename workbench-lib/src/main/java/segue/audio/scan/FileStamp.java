package segue.audio.scan;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;

/**
 * What tells without reading it that a file has not changed.
 *
 * @param path where it really is, links followed; in a store of another machine its whole address
 * @param modifiedNanos since 1970
 */
public record FileStamp(String path, long bytes, long modifiedNanos) implements Serializable {
    /** That of a file of this machine. */
    public static FileStamp of(Path file) throws IOException {
        Path real = file.toRealPath();
        BasicFileAttributes attributes = Files.readAttributes(real, BasicFileAttributes.class);
        return new FileStamp(
                PathText.of(real),
                attributes.size(),
                attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS));
    }
}
