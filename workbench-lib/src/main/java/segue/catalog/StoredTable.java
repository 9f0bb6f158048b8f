package segue.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.parquet.io.LocalInputFile;

/** A file of rows, wherever it is stored. It may be opened more than once. */
public interface StoredTable {
    /** A file of this machine. */
    static StoredTable local(Path file) {
        return new StoredTable() {
            @Override
            public String path() {
                return file.toString();
            }

            @Override
            public InputStream bytes() throws IOException {
                return Files.newInputStream(file);
            }

            @Override
            public InputFile text() {
                return InputFile.open(file);
            }

            @Override
            public org.apache.parquet.io.InputFile parquet() {
                return new LocalInputFile(file);
            }
        };
    }

    /** What it is called in errors; its ending tells JSON from other text. */
    String path();

    /** Its bytes from the first on; closed by the caller. */
    InputStream bytes() throws IOException;

    /** As Parquet's reader wants it, which goes to and fro in it. */
    org.apache.parquet.io.InputFile parquet() throws IOException;

    /**
     * Its text, unpacked; closed by the caller.
     *
     * @throws CatalogException where it cannot be read
     */
    default InputFile text() {
        try {
            return InputFile.open(path(), bytes());
        } catch (IOException e) {
            throw new CatalogException(path(), "it cannot be read: " + e, "Check its permissions", e);
        }
    }
}
