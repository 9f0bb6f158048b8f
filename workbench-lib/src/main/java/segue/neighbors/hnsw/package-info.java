/**
 * Approximate neighbours by a hierarchical navigable small world, for data of which a scan takes too long. Voyager, a
 * native library, builds and searches the graph; its candidates are measured anew, so that their distances are exact.
 *
 * <pre>{@code
 * HnswIndex index = HnswIndex.build(songs, Metric.COSINE, HnswOptions.defaults());
 * Neighbors ten = index.nearest(songs.row(0), 10);
 * Recall recall = index.recall(10);                           // of the index itself, against an exact search
 * index.save(Path.of("songs.hnsw"));
 * }</pre>
 *
 * <p>{@link segue.neighbors.hnsw.HnswEngine} searches, {@code NativeGraph} is all that touches the library,
 * {@code GraphSpace} turns every metric it can search by into squared distances, {@code DistinctRows} makes one point of
 * equal rows.
 *
 * <p>Cost: 170,653 songs of 13 features took about half a minute to build on one thread, and 200 bytes a row outside the Java
 * heap, of which a quarter is a copy of the row. A search takes longer with {@code ef} and hardly longer with the rows;
 * {@code docs/hnsw-choice.md} has figures. At 13 columns the exact tree is quicker: a graph is for many columns.
 */
package segue.neighbors.hnsw;
