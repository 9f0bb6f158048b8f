package segue.audio.decode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** Whether a file can hold a recording at all, before and after FFmpeg looked into it. */
final class RecordingFile {
    private RecordingFile() {}

    /** @throws AudioException if it is missing, a folder, a pipe or device, empty, or must not be read */
    static void require(Path file) {
        BasicFileAttributes attributes;
        try {
            attributes = Files.readAttributes(file, BasicFileAttributes.class);
        } catch (IOException missing) {
            throw new AudioException(file, "no such file");
        }
        if (attributes.isDirectory()) {
            throw new AudioException(file, "is a folder, not a recording");
        }
        if (!attributes.isRegularFile()) {
            throw new AudioException(file, "is no ordinary file (a pipe or a device): save it to a file first");
        }
        if (attributes.size() == 0) {
            throw new AudioException(file, "is empty");
        }
        if (!Files.isReadable(file)) {
            throw new AudioException(file, "cannot be read: permission denied");
        }
    }

    /** Why nothing was decoded from a file that FFmpeg took for a recording. */
    static String reasonForSilence(Path file, int damagedPackets) {
        FileKind kind = FileKind.of(file);
        if (kind.isCertain()) {
            return kind.reasonAgainst();
        }
        return damagedPackets > 0 ? "is damaged: nothing in it can be decoded" : "holds no sound: it is 0 s long";
    }
}
