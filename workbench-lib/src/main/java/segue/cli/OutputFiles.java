package segue.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import segue.files.WholeFile;

/** Looks at where a command is to write, before its work begins. */
final class OutputFiles {
    private final List<Path> outputs = new ArrayList<>();

    private OutputFiles() {}

    /**
     * @param files those that were not named are null
     * @throws IllegalArgumentException if two are one file
     * @throws IOException if one cannot be written there
     */
    static OutputFiles require(Path... files) throws IOException {
        OutputFiles required = new OutputFiles();
        for (Path file : files) {
            if (file == null) {
                continue;
            }
            WholeFile.requirePlace(file);
            if (required.has(file)) {
                throw new IllegalArgumentException(file + " is named for two outputs: give each its own file");
            }
            required.outputs.add(file);
        }
        return required;
    }

    /**
     * @param inputs those that were not named are null
     * @throws IllegalArgumentException if one would be written over
     */
    void spare(Path... inputs) throws IOException {
        for (Path input : inputs) {
            if (input != null && has(input)) {
                throw new IllegalArgumentException(
                        input + " is read, and writing would replace it: name another file to write");
            }
        }
    }

    private boolean has(Path file) throws IOException {
        for (Path output : outputs) {
            if (isSame(output, file)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSame(Path a, Path b) throws IOException {
        return Files.exists(a) && Files.exists(b)
                ? Files.isSameFile(a, b)
                : a.toAbsolutePath().normalize().equals(b.toAbsolutePath().normalize());
    }
}
