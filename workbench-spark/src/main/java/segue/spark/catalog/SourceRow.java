package segue.spark.catalog;

import java.io.Serializable;
import segue.catalog.RowSource;

/**
 * A row that is to be cleaned.
 *
 * @param number in its source, from 0; no two rows of a source have the same
 * @param row its text, one field a column of the source's header
 */
public record SourceRow(long number, RowSource.Row row) implements Serializable {}
