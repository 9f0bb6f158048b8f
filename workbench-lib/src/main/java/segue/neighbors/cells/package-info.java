/**
 * Cells of rows around centroids: what an approximate search looks into.
 *
 * <pre>{@code
 * CellEngine engine = new CellEngine(rows, Accumulation.SQUARES, 42, threads);      // k-means of a sample, every row to its cell
 * engine.probe(Probes.forRecall(0.99, engine, sample, exactNeighborsOfSample));     // how many cells a query must look into
 * }</pre>
 *
 * <p>{@link segue.neighbors.cells.CellEngine} is a {@link segue.neighbors.SearchEngine} like the exact ones, so batches,
 * threads, progress and interruption come from the same place. It asks the centroids first, four queries at a time, then
 * takes the queries of a block cell by cell, so that they share the reading of it. Without the Vector API the same is done
 * in plain Java, and finds the same.
 *
 * <p>Cost: {@code 2.5 sqrt(rows)} cells; a query is compared with each centroid and with the rows of the cells it looks
 * into. Cells hold a copy of the rows. Measured at a recall of 0.99, one thread, CPU time, AVX-512: 170,653 rows of 13 features
 * 2.5 s with 10 neighbours each and 7 s with 90 (a row looks into 18 and 34 of 1,032 cells); 100,000 rows of 128 values in
 * clusters 2.6 and 4 s; 1,000,000 rows of 13 features 16 s. The more a metric or the data resist (Chebyshev, the dot product,
 * values without clusters), the more cells it takes.
 */
package segue.neighbors.cells;
