package segue.cli;

import java.nio.file.Path;
import segue.catalog.Catalog;

/** The catalogue that a command works on. */
final class CatalogSource {
    static final String DESCRIPTION =
            "song table, .csv, .json (also .gz) or .parquet, or the features.csv of your recordings"
                    + " (default: the table in SEGUE_DATA, else the sample of invented songs)";

    private CatalogSource() {}

    static Catalog open(Path file) {
        if (file != null) {
            return Catalog.load(file);
        }
        return new Settings()
                .get("data")
                .map(folder -> Catalog.open(Path.of(folder.value())))
                .orElseGet(Catalog::sample);
    }
}
