package segue.catalog;

import java.io.Closeable;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Rows of text under a header, whatever file or table they come from. */
public interface RowSource extends Closeable {
    /**
     * The rows of a file: Parquet (told by its first bytes), JSON (told by its ending: {@code .json}, {@code .jsonl} or
     * {@code .ndjson}, packed or not; one array of objects, or one object a line), else CSV.
     *
     * @param notes is told what a person should know of the whole file, after the last row
     * @throws CatalogException where it cannot be read, or has neither header nor object
     */
    static RowSource open(StoredTable table, Consumer<String> notes) {
        if (ParquetSongs.isParquet(table)) {
            return ParquetRows.open(table, notes);
        }
        return JsonRows.isJson(table.path()) ? JsonRows.open(table, notes) : csv(table.text(), notes);
    }

    /**
     * The rows of a CSV file, packed or not, separated by comma, semicolon or tab. Takes over {@code file}: closes it with the
     * rows, or at once where it has no header.
     *
     * @param notes is told what a person should know of the whole file, after the last row
     * @throws CatalogException where there is no header
     */
    static RowSource csv(InputFile file, Consumer<String> notes) {
        RowSource rows = null;
        try {
            rows = new CsvRows(file, notes);
            return rows;
        } finally {
            if (rows == null) {
                file.close();
            }
        }
    }

    /** Column names, trimmed; may hold blanks and repetitions. */
    List<String> header();

    /** The next row, or null after the last one. */
    Row next();

    /** SHA-256 of the bytes read, in hexadecimal; known after the last row. */
    Optional<String> checksum();

    @Override
    void close();

    /**
     * One row.
     *
     * @param line where it begins, from 1
     * @param fields as many as the header has; empty where there is a problem
     * @param problem why the row cannot be used, or null
     * @param text the row as it stands in the file
     */
    record Row(long line, String[] fields, String problem, String text) implements Serializable {
        static Row bad(long line, String problem, String text) {
            return new Row(line, new String[0], problem, text);
        }
    }
}
