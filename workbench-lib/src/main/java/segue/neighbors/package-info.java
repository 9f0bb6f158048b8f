/**
 * k nearest and k farthest neighbours, behind one interface.
 *
 * <pre>{@code
 * FloatMatrix songs = Scaler.standard(catalog.features()).transform(catalog.features());
 * NeighborIndex index = NeighborIndex.of(songs, Metric.EUCLIDEAN);          // on auto
 * Neighbors six = index.nearest(songs.row(17), 6);                          // row 17 itself comes first
 * NeighborTable graph = index.graph(10);                                    // ten other rows of every row, on every core
 * Neighbors recent = index.searchRow(17, Search.nearest(5).withoutSelf().among(recentRows));
 * NeighborIndex.of(songs, Metric.MANHATTAN.weighted(1, 2, 0, 1, 1, 1, 1, 1, 1), Backend.TREE);
 * System.out.println(index.choice(songs.rows()).reason());                  // why auto chose what it chose
 * }</pre>
 *
 * <p>The way of a search: {@link segue.neighbors.NeighborIndex} checks it; rows and queries are prepared (weights stretch
 * columns, cosine takes unit vectors), so that a back end knows four ways to sum, {@link segue.neighbors.Accumulation}, and
 * nothing else; a batch is cut into blocks for several threads; a {@link segue.neighbors.SearchEngine} answers each block.
 * A new back end is a new engine.
 *
 * <p>{@link segue.neighbors.Backend#SCALAR} is plain Java and the oracle of the others. {@code simd} holds everything that
 * touches the Vector API; {@code tree} leaves out most rows; {@code gpu} has an NVIDIA card scan them. All add the terms of a
 * distance in the same order with fused multiply-add, so they give the same rows and the same distances to the last bit, ties
 * by ascending row. Only {@code hnsw} is approximate: its distances are exact too, but it may miss a row, and
 * {@link segue.neighbors.NeighborIndex#recall} says how often.
 *
 * <p>{@link segue.neighbors.ApproximateGraph} gives the graph of every row's nearest other rows for as much recall as is asked
 * for (99 of 100 true neighbours), and says how much it holds; {@code cells} is its engine.
 *
 * <p>Cost: the first queries by {@code simd} read the whole matrix, about as fast as memory gives it; from the 32nd single
 * query on they read rows rounded to a byte a value, a quarter of it, and measure exactly what may be near enough. Rounding
 * takes as long as 50 such queries. A batch reads the matrix once in 128 queries; squares and products go by a matrix
 * product, one step a value, and again only what may enter is measured exactly. A tree of 170,653 songs of 13 features is
 * built in about 0.1 s and answers most queries after a look at 2 to 20 % of the rows. An index holds two copies of the data
 * (the prepared rows and their tiles), a quarter of one more after many single queries, and another with a tree.
 */
package segue.neighbors;
