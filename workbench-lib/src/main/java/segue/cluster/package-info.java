/**
 * Groups of rows that are alike: k-means.
 *
 * <pre>{@code
 * Clusters clusters = KMeans.fit(catalog.points(), KMeansOptions.defaults().withK(20));
 * clusters.labels();              // the cluster of each song
 * clusters.centroids();           // (20, columns)
 * clusters.inertia();             // what is left unexplained: less is tighter
 * }</pre>
 */
package segue.cluster;
