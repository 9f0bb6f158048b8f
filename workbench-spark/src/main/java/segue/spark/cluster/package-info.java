/**
 * Columns on one scale, and clusters, of tables that are too large for one machine.
 *
 * <pre>{@code
 * RowTable songs = RowTable.open(spark, "songs.parquet", List.of());
 * TableScale scale = TableScale.of(songs, ScaleKind.STANDARD);
 * TableClusters clusters = TableClusters.fit(songs, scale, ClusteringOptions.of(20));
 * clusters.labels(spark, songs).show();                                   // row, id, cluster, distance
 * }</pre>
 *
 * <p>Scaling equals the library's {@code Scaler}: the population's standard deviation, where Spark ML's divides by one row
 * less, and a constant column becomes 0. Its sums are exact, so they do not depend on partitions. It costs one pass to learn.
 *
 * <p>k-means starts where the library's ends on a sample of 65,536 rows, held by the driver; Spark's own k-means goes on from
 * there over all rows, and a last pass takes exact means. So the inertia is the library's, within a per cent, and a table of no
 * more rows than the sample gets the library's own clusters. A pass costs {@code rows * k * columns} multiplications; Spark keeps
 * the rows as doubles, in memory as far as there is, otherwise on disk.
 */
package segue.spark.cluster;
