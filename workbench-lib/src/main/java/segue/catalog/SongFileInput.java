package segue.catalog;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** A file of songs, or a folder that is one table in several files. */
record SongFileInput(Path file) implements SongInput {
    @Override
    public String name() {
        Path name = file.getFileName();
        return name == null ? file.toString() : name.toString();
    }

    @Override
    public String place() {
        return file.toString();
    }

    @Override
    public List<SongInput> parts() {
        return Files.isDirectory(file)
                ? ParquetSongs.files(file).stream().map(SongInput::file).toList()
                : List.of(this);
    }

    @Override
    public RowSource open(Consumer<String> notes) {
        return RowSource.open(StoredTable.local(file), notes);
    }
}
