package segue.spark.rows;

import java.io.Serializable;

/**
 * One row.
 *
 * @param number from 0, in the order of the files
 * @param id null where the table has none
 * @param values finite
 */
public record NumberedRow(long number, String id, float[] values) implements Serializable {}
