package segue.catalog;

import java.io.Closeable;
import java.util.List;
import java.util.Optional;

/** Rows of text under a header, whatever file or table they come from. */
interface RowSource extends Closeable {
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
    record Row(long line, String[] fields, String problem, String text) {
        static Row bad(long line, String problem, String text) {
            return new Row(line, new String[0], problem, text);
        }
    }
}
