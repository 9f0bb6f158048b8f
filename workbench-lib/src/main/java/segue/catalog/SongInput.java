package segue.catalog;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** A table that {@link CatalogLoader} reads: a file, or whatever else has rows under a header. */
public interface SongInput {
    /** A file, or folder, in any form that {@link CatalogLoader#load(Path...)} reads. */
    static SongInput file(Path file) {
        return new SongFileInput(file);
    }

    /** The tables that it consists of, in their order: itself, or the files of a folder. */
    default List<SongInput> parts() {
        return List.of(this);
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
