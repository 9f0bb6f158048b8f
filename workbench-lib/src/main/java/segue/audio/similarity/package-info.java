/**
 * Which recordings sound alike: their descriptors as points whose distance says so.
 *
 * <pre>{@code
 * SimilarityVector vector = SimilarityVector.fit(names, descriptors);     // descriptors: (n, names), a row a recording
 * FloatMatrix points = vector.transform(descriptors);
 * NeighborIndex.of(points, Metric.EUCLIDEAN, Backend.AUTO).nearest(points.row(0), 5);
 * vector.write(Path.of("vector.csv"));                                    // for recordings of another day
 * }</pre>
 *
 * <p>{@code Ingredient} has the recipe, which docs/similarity.md gives the reasons for; {@code Aspect} the words in which
 * a distance is told. {@code Catalog.load(Path.of("features.csv")).points()} does all of this for a table of recordings.
 *
 * <p>Cost: 1 µs a coordinate and recording to learn and transform, 83 coordinates a recording.
 */
package segue.audio.similarity;
