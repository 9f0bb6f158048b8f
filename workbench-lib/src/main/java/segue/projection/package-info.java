/**
 * Maps of many songs: principal components, and t-SNE of hundreds of thousands of rows.
 *
 * <pre>{@code
 * FloatMatrix songs = Scaler.standard(catalog.features()).transform(catalog.features());
 * Pca.fit(songs, 2).explainedVarianceRatio();                 // how much of the differences a plane can show at all
 * TsneMap map = Tsne.map(songs);                              // (songs, 2) in map.coordinates()
 * map.place(newSongs);                                        // where further songs would stand
 * map.save(Path.of("map.segue"));                             // Projection.load reads it, and saved components too
 * }</pre>
 *
 * <p>The way of a map: {@link segue.neighbors} finds each row's nearest; {@code Perplexity} turns their distances into
 * affinities, {@link segue.projection.Affinities} makes them symmetric; {@link segue.projection.Initialisation} puts the
 * points somewhere, and {@code Optimisation} has {@code Descent} move them, drawn by their affinities and driven apart by a
 * {@code Repulsion}. That is exact for up to 4,000 points; on a plane a lattice of B-splines and Fourier transforms for more;
 * in space a tree. {@link segue.projection.Loops} has what takes the time, in plain Java and, in {@code simd}, by vectors.
 *
 * <p>Fewer than 3,000 rows are exaggerated less than the usual 12 times, as {@link segue.projection.TsneSchedule} says. Against
 * scikit-learn's maps of songs, digits, clusters, one cloud and a rolled sheet, the divergence is, in the median, 4 to 9 % lower
 * for 60 to 500 rows, 1 % lower for 1,000 and 2,000.
 *
 * <p>A map is the same, to the last bit, for a seed on any number of threads: work is cut into the same parts, and parts are
 * added up in the same order. With and without vectors, or with vectors of another width, it is a different map of the same
 * quality.
 *
 * <p>Cost, measured with AVX-512 on two cores that were shared with other work, 13 features, perplexity 30, 750 iterations:
 * CPU time of 9 s for 10,000 rows, 15 s for 50,000, 28 s for 105,681, and 42 s (24 s of wall time) for 170,653. A map of
 * 1,000,000 rows takes 5.8 GB of memory, most of it while affinities are made; one that needs more heap than there is, 60 bytes
 * for each neighbour of each row (1.1 GB for 200,000 rows), is refused before it begins. Placing is prepared in the background
 * once a map is made or loaded; then a row takes 0.4 ms of CPU time on a map of 169,000. Principal components of 170,653 rows:
 * 8 ms.
 */
package segue.projection;
