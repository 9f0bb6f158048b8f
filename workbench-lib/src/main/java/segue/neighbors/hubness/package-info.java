/**
 * Rows that are near to everything, and what can be done about them.
 *
 * <p>In spaces of many dimensions a few rows, the hubs, are among the nearest of very many others, whatever those are like,
 * and many rows are never found at all. A recommender that takes nearest neighbours then shows the same few songs again and
 * again. {@link segue.neighbors.hubness.Hubness} measures it, {@link segue.neighbors.hubness.HubnessReduction} gives
 * indexes that find rows more evenly, and {@link segue.neighbors.hubness.HubnessDoctor} says whether one is worth it: where
 * a space has few hubs, a reduction may do harm.
 *
 * <pre>{@code
 * Hubness.of(NeighborIndex.of(songs, Metric.COSINE).graph(10)).skewness();           // above 1: hubs
 * RowLabels labels = RowLabels.of(genres).withArtists(artists).withNames(titles);
 * HubnessReport report = HubnessDoctor.examine(songs, Metric.COSINE, labels);        // print it: a table, and why
 * NeighborIndex fair = report.recommended().index(songs, Metric.COSINE);             // an index like any other
 * Neighbors ten = fair.nearest(songs.row(17), 10);                                   // by the secondary distance
 * }</pre>
 *
 * <p>Gaussian proximity is the one for spaces of few hubs: of nine song features, and of a learned metric, it brings back most
 * songs that were never found and loses no neighbours of the right genre, where counting within lists loses some. Counting
 * leaves less skewness where there is much.
 *
 * <p>Cost: mutual proximity and local scaling begin with a graph of 100 candidates a row, 800 bytes a row. After that a row of
 * the index is answered without a search, in about 5 µs by local scaling and 0.2 ms by mutual proximity at 20,000 rows of 13
 * features (CPU time, on a machine with other work on it); any other query costs one search for 100 rows more. Gaussian
 * proximity keeps 8 bytes a row and a few hundred rows to compare with; every query is a search. Centring costs nothing beyond a
 * plain index.
 */
package segue.neighbors.hubness;
