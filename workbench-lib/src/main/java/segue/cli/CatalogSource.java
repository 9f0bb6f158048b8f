package segue.cli;

import java.io.IOException;
import java.nio.file.Path;
import segue.catalog.Catalog;

/** The catalogue that a command works on. */
final class CatalogSource {
    static final String DESCRIPTION =
            "song table, .csv, .csv.gz or .parquet (default: the one in SEGUE_DATA, else the sample of invented songs)";

    private CatalogSource() {}

    static Catalog open(Path file) throws IOException {
        return file == null ? Catalog.open() : Catalog.load(file);
    }
}
