/**
 * Groups of rows that are alike: k-means, how many groups there are, and what songs in them have in common.
 *
 * <pre>{@code
 * FloatMatrix points = catalog.points();
 * KChoice choice = ChooseK.among(points, ChooseKOptions.defaults());      // a curve, a k, and whether it is clear at all
 * Clusters clusters = KMeans.fit(points, KMeansOptions.defaults().withK(choice.k()));
 * clusters.labels();                                                      // the cluster of each song, 0 the largest
 * clusters.assign(newPoints);                                             // those of other songs
 * ClusterProfiles.of(catalog, clusters).forEach(System.out::println);     // "loud · punk, metal: 812 songs, ..."
 * clusters.save(Path.of("clusters.segue"));
 * }</pre>
 *
 * <p>{@code Lloyd} makes the passes; {@code Starts} tries many beginnings by {@code Seeding} on samples, so that one call is as
 * good as many restarts; {@link segue.cluster.CentroidScan} has what takes the time, in plain Java and, in {@code simd}, by
 * vectors. Lanes of vectors are rows, so both give the same bits at any width, and work is cut into the same blocks on any
 * number of threads: clusters are the same for a seed, everywhere.
 *
 * <p>Cost, measured with AVX-512 on 170,653 rows of 13 columns: a pass over all rows of k = 20 takes 2 ms of one core, 27 ms in
 * plain Java; a whole fit of k = 20 takes 0.43 s of CPU time, of k = 5 0.14 s, 32 starts included, and 0.25 s more in a JVM that
 * starts cold. Choosing among 2 to 12 takes 4 s of CPU time at any number of rows. Memory: the rows once more, and 12 bytes a
 * row.
 */
package segue.cluster;
