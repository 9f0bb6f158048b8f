package segue.audio.scan;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import segue.audio.FrameFeatures;
import segue.audio.signal.Signal;
import segue.matrix.FloatMatrix;
import segue.matrix.Npy;

/**
 * Features frame by frame in files of their own, {@code <name of the recording>.<hash>.<feature>.npy}: the name without
 * its ending, the first {@value #HASH_DIGITS} digits of its SHA-256 as it is in the table, and for instance {@code mfcc}.
 * Recordings of one name in several folders have files each; those of one content too have the same numbers.
 */
final class FrameFiles {
    private static final int HASH_DIGITS = 16;
    private static final int LONGEST_NAME = 40;

    private final Path folder;
    private final Set<String> names;

    private FrameFiles(Path folder, Set<String> names) {
        this.folder = folder;
        this.names = names;
    }

    /**
     * @param folder is made where it is missing
     * @throws FileSystemException if it is a file, or cannot be made or written to
     */
    static FrameFiles in(Path folder) throws IOException {
        try {
            Files.createDirectories(folder);
        } catch (FileAlreadyExistsException taken) {
            throw new FileSystemException(folder.toString(), null, "is a file, not a folder for frames");
        }
        if (!Files.isWritable(folder)) {
            throw new FileSystemException(folder.toString(), null, "this folder cannot be written to");
        }
        Signal anything = Signal.of(new float[2_048], Signal.DEFAULT_RATE_HZ);
        return new FrameFiles(folder, FrameFeatures.of(anything).values().keySet());
    }

    boolean has(Path recording, String sha256) {
        return names.stream().allMatch(feature -> Files.exists(file(recording, sha256, feature)));
    }

    void write(Path recording, String sha256, FrameFeatures features) throws IOException {
        for (Map.Entry<String, FloatMatrix> feature : features.values().entrySet()) {
            Npy.write(file(recording, sha256, feature.getKey()), feature.getValue());
        }
    }

    private Path file(Path recording, String sha256, String feature) {
        String name = recording.getFileName().toString();
        int dot = name.lastIndexOf('.');
        String stem = (dot > 0 ? name.substring(0, dot) : name)
                .codePoints()
                .limit(LONGEST_NAME)
                .map(c -> c < ' ' || c == '\uFFFD' ? '_' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return folder.resolve(stem + "." + sha256.substring(0, HASH_DIGITS) + "." + feature + ".npy");
    }
}
