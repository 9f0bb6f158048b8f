/**
 * Exact k nearest (or farthest) neighbours on a cluster: the rows, the order and the distances of the library's own index.
 *
 * <pre>{@code
 * RowTable songs = RowTable.open(spark, "songs.parquet", List.of());
 * ExactNeighbors found = ExactNeighbors.of(spark, songs, NeighborsOptions.nearest(10));    // of every row, itself left out
 * found.table().show();                                                       // row, id, neighbors, neighbor_ids, distances
 * }</pre>
 *
 * <p>Two ways. <b>Broadcast</b>, where the table fits every executor: it is sent to each once, which makes one index of it,
 * and tasks answer blocks of queries; nothing is shuffled. <b>Shuffle</b>, where it does not fit: {@link
 * segue.spark.neighbors.BlockLayout} cuts queries into blocks and the table into stripes of blocks, by row number and so all
 * of one size whatever the values are. A task has one block of queries and the blocks of one stripe, one at a time; what
 * stripes found is taken together by {@link segue.neighbors.PartialNeighbors}, keys first, ties by ascending row.
 *
 * <p>Cost: the tasks run the library's own engines (the Vector API, a tree where it pays), one thread each. Broadcast holds
 * the table about five times in an executor (as sent, as rows, prepared, in tiles, as a tree). Shuffle moves the table once a
 * block of queries and the queries once a stripe; a task holds a block of queries, its answers, and one block of the table
 * with its index: at most about 400 MB by the default of 64 MB a block.
 */
package segue.spark.neighbors;
