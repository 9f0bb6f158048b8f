package segue.spark.catalog;

import java.util.List;
import org.apache.spark.api.java.JavaRDD;

/**
 * Rows that are to be cleaned, from whatever can give them as text.
 *
 * @param name what the report and errors call them
 * @param header names of the columns, as in a CSV file
 * @param rows in any order; it is their numbers that say which comes first
 */
public record SourceRows(String name, List<String> header, JavaRDD<SourceRow> rows) {
    public SourceRows {
        header = List.copyOf(header);
    }
}
