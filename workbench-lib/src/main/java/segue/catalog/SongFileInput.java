package segue.catalog;

import java.nio.file.Path;
import java.util.function.Consumer;

/** A file of songs; its first bytes tell its form. */
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
    public RowSource open(Consumer<String> notes) {
        if (ParquetSongs.isParquet(file)) {
            return ParquetRows.open(file, notes);
        }
        return RowSource.csv(InputFile.open(file), notes);
    }
}
