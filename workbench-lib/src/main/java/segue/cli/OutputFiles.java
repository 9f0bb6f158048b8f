package segue.cli;

import java.io.IOException;
import java.nio.file.Path;
import segue.files.WholeFile;

/** Looks at where a command is to write, before its work begins. */
final class OutputFiles {
    private OutputFiles() {}

    /**
     * @param second may be null
     * @throws IllegalArgumentException if both are one file
     * @throws IOException if one cannot be written there
     */
    static void require(Path first, Path second) throws IOException {
        WholeFile.requirePlace(first);
        if (second != null) {
            WholeFile.requirePlace(second);
            if (first.toAbsolutePath()
                    .normalize()
                    .equals(second.toAbsolutePath().normalize())) {
                throw new IllegalArgumentException(first + " is named for two outputs: give each its own file");
            }
        }
    }
}
