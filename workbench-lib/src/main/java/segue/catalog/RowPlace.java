package segue.catalog;

import java.io.Serializable;
import java.util.Comparator;

/**
 * Where a row stands among all rows of a load. Places are ordered by file, and within a file by row.
 *
 * @param file which of the files, from 0
 * @param row of that file, from 0
 * @param line as in {@link RowSource.Row}; several rows of JSON may stand in one
 */
public record RowPlace(int file, long row, long line) implements Comparable<RowPlace>, Serializable {
    private static final Comparator<RowPlace> ORDER =
            Comparator.comparingInt(RowPlace::file).thenComparingLong(RowPlace::row);

    @Override
    public int compareTo(RowPlace other) {
        return ORDER.compare(this, other);
    }
}
