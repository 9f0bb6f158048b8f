package segue.spark.cluster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import segue.cluster.Clusters;
import segue.matrix.FloatMatrix;
import segue.spark.rows.NumberedRow;
import segue.spark.rows.RowBlock;
import segue.spark.rows.RowTable;

/**
 * Clusters of the rows of a table, the largest first.
 *
 * @param scale that the rows were put on
 * @param centers shape {@code (k, columns)}, on that scale
 * @param inertia squared euclidean distances of all rows to the nearest center, summed
 * @param sizes rows nearest to each center; 0 is possible, where only few rows differ
 * @param passes over all rows that moved centers
 */
public record TableClusters(TableScale scale, FloatMatrix centers, double inertia, long[] sizes, int passes) {
    private static final int BLOCK = 4096;
    /** Beyond so many values the exact sums of one task take more than 100 MB. */
    private static final int MOST_VALUES = 600_000;

    /**
     * Finds clusters: the library's on a sample, Spark's passes over all rows from there, and a last pass whose sums are exact.
     * A table with no more rows than the sample gets the library's clusters. For a seed the start is the same, however the
     * table is cut; Spark's passes add up in the order in which tasks end, so the last digit of a center may differ.
     *
     * @throws IllegalArgumentException if there are fewer different rows than clusters, more than {@value #MOST_VALUES}
     *     values in all centers, or values beyond 1e16
     */
    public static TableClusters fit(RowTable table, TableScale scale, ClusteringOptions options) {
        int columns = scale.columns().size();
        if ((long) options.kmeans().k() * columns > MOST_VALUES) {
            throw new IllegalArgumentException(
                    "%,d clusters of %,d columns are %,d values, but at most %,d can be held: ask for fewer clusters"
                            .formatted(
                                    options.kmeans().k(),
                                    columns,
                                    (long) options.kmeans().k() * columns,
                                    MOST_VALUES));
        }
        JavaRDD<NumberedRow> rows = scale.transform(table.rows());
        Clusters start = SampleStart.of(rows, table.size(), options);
        Centers centers = Centers.of(start.centroids());
        int passes = start.passes();
        if (start.rows() < table.size()) {
            SparkPasses.Rested rested = SparkPasses.from(
                    centers,
                    rows,
                    options.kmeans().iterations(),
                    options.kmeans().seed(),
                    start.inertia() / start.rows());
            centers = rested.centers();
            passes = rested.passes();
        }
        return measured(rows, scale, centers, passes);
    }

    private static TableClusters measured(JavaRDD<NumberedRow> rows, TableScale scale, Centers rested, int passes) {
        JavaSparkContext context = JavaSparkContext.fromSparkContext(rows.context());
        JavaRDD<RowBlock> blocks =
                rows.mapPartitions(part -> RowBlock.gather(part, BLOCK)).persist(StorageLevel.MEMORY_AND_DISK());
        try {
            Centers means = ClusterSums.of(blocks, context.broadcast(rested)).means(rested);
            ClusterSums last = ClusterSums.of(blocks, context.broadcast(means));
            return largestFirst(scale, means, last, passes);
        } finally {
            blocks.unpersist();
        }
    }

    /** Numbers clusters by their size, as the library does. */
    private static TableClusters largestFirst(TableScale scale, Centers centers, ClusterSums last, int passes) {
        long[] counts = last.counts();
        int[] order = IntStream.range(0, counts.length)
                .boxed()
                .sorted(Comparator.comparingLong(cluster -> -counts[cluster]))
                .mapToInt(Integer::intValue)
                .toArray();
        long[] sizes = IntStream.of(order).mapToLong(cluster -> counts[cluster]).toArray();
        return new TableClusters(scale, centers.matrix().selectRows(order), last.inertia(), sizes, passes);
    }

    public int k() {
        return centers.rows();
    }

    /** The centers in the units of the table, shape {@code (k, columns)}. */
    public FloatMatrix centersInUnits() {
        return scale.kind() == ScaleKind.NONE ? centers : scale.scaler().inverse(centers);
    }

    /**
     * The cluster of each row: {@code row} (its number), {@code id} where the table has ids, {@code cluster} from 0, the
     * largest, to k - 1, and {@code distance} to its center, euclidean, on the scale of the clusters. Ordered by number.
     */
    public Dataset<Row> labels(SparkSession spark, RowTable table) {
        boolean named = table.isNamed();
        List<StructField> fields = new ArrayList<>();
        fields.add(DataTypes.createStructField("row", DataTypes.LongType, false));
        if (named) {
            fields.add(DataTypes.createStructField("id", DataTypes.StringType, true));
        }
        fields.add(DataTypes.createStructField("cluster", DataTypes.IntegerType, false));
        fields.add(DataTypes.createStructField("distance", DataTypes.FloatType, false));
        Broadcast<Centers> sent =
                JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(Centers.of(centers));
        JavaRDD<Row> rows = scale.transform(table.rows())
                .mapPartitions(part -> RowBlock.gather(part, BLOCK))
                .flatMap(block -> labelled(block, sent.value()));
        return spark.createDataFrame(rows, new StructType(fields.toArray(StructField[]::new)))
                .orderBy("row");
    }

    private static Iterator<Row> labelled(RowBlock block, Centers centers) {
        FloatMatrix rows = block.matrix();
        int[] nearest = centers.nearest(rows);
        return IntStream.range(0, nearest.length)
                .mapToObj(row -> {
                    float distance = (float) Math.sqrt(centers.distance(rows, row, nearest[row]));
                    return block.ids() == null
                            ? RowFactory.create(block.numbers()[row], nearest[row], distance)
                            : RowFactory.create(block.numbers()[row], block.ids()[row], nearest[row], distance);
                })
                .iterator();
    }
}
