package segue.catalog.listening;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import segue.catalog.InputFile;

/** A file, on the disk or in a zip archive. */
interface ListeningSource {
    /** For messages. */
    String name();

    InputStream bytes() throws IOException;

    /** As text. */
    InputFile open() throws IOException;

    /** Whether it may be gzip; in a zip archive nothing need be packed again. */
    boolean mayBePacked();

    static ListeningSource of(Path path) {
        return new ListeningSource() {
            @Override
            public String name() {
                return path.toString();
            }

            @Override
            public InputStream bytes() throws IOException {
                return Files.newInputStream(path);
            }

            @Override
            public InputFile open() {
                return InputFile.open(path);
            }

            @Override
            public boolean mayBePacked() {
                return true;
            }
        };
    }
}
