/**
 * Most of the nearest rows of every row, where looking at every pair would take too long.
 *
 * <pre>{@code
 * RowTable songs = RowTable.open(spark, "scaled.parquet", List.of());
 * try (ApproximateNeighbors near = ApproximateNeighbors.of(songs, ApproximateOptions.defaults())) {
 *     System.out.println(near.recall());             // measured on 1,000 rows, not assumed
 *     near.table(spark).show();                      // row, id, neighbors, neighbor_ids, distances
 * }
 * }</pre>
 *
 * <p>Rows are cut into cells by k-means of a sample; each cell's rows are gathered in one task, which builds the library's
 * HNSW graph of them. A row asks the cells nearest to it: as few as hold the neighbours of another sample with the recall that
 * is wanted. Partial answers are merged by distance and number. Distances are the exact ones; a neighbour may be missing.
 *
 * <p>Cutting at random would need no choice, but every graph would be asked by every row: the reach is what is saved. A cell
 * with more than twice its share of the rows is cut into pieces by lot, all of which are asked. A task holds one piece:
 * {@code 8 m + 12 columns + 60} bytes a row, and its ids. Each row is sent {@code 1 + reach} times, its k best
 * {@code reach} times. Building takes most of the time, and as many cores as there are pieces.
 */
package segue.spark.graph;
