package segue.catalog;

import java.nio.file.Path;
import java.util.function.Consumer;

/** A table that {@link CatalogLoader} reads: a file, or whatever else has rows under a header. */
public interface SongInput {
    /** A file in any form that {@link CatalogLoader#load(Path...)} reads. */
    static SongInput file(Path file) {
        return new SongFileInput(file);
    }

    /** What the report and the catalogue call it. */
    String name();

    /** What errors call it, so that a person finds it. */
    default String place() {
        return name();
    }

    /**
     * Begins to read; whoever asks closes the rows.
     *
     * @param notes is told what a person should know of the whole table, after the last row
     * @throws CatalogException where it cannot be read or has no header
     */
    RowSource open(Consumer<String> notes);
}
