/**
 * Rows of numbers that lie in files, numbered as the library would number them, and handed to tasks in blocks.
 *
 * <pre>{@code
 * RowTable songs = RowTable.open(spark, "songs.parquet", List.of());     // the nine features, where it has them
 * songs.blocks(4096).foreach(block -> System.out.println(block.matrix()));
 * }</pre>
 *
 * <p>Row numbers are those of the files in the order of their names, each from its first row to its last, however Spark cuts
 * them up: so results can be compared with the library's. A Parquet file is read by several tasks, an {@code .npy} file by
 * ranges, a CSV file by one task, since what a line break means is known only from the lines before it: give Parquet where
 * there is much. Numbering costs one pass that only counts.
 */
package segue.spark.rows;
