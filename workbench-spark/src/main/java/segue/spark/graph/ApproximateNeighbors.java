package segue.spark.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.spark.api.java.JavaPairRDD;
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
import segue.neighbors.Recall;
import segue.spark.rows.NumberedRow;
import segue.spark.rows.RowBlock;
import segue.spark.rows.RowDraw;
import segue.spark.rows.RowTable;

/** Most of the nearest rows of every row. Holds its answers in memory, or on disk, until it is closed. */
public final class ApproximateNeighbors implements AutoCloseable {
    private static final int ROWS_A_PARTITION = 100_000;
    private static final int LEAST_ROWS = 5_000;
    private static final int SAMPLE = 1_000;
    /** Values that an index of one piece can hold, in one array. */
    private static final long MOST_VALUES = Integer.MAX_VALUE / 2;

    private final RowTable table;
    private final JavaPairRDD<Long, Candidates> answers;
    private final Cells cells;
    private final int reach;
    private final Recall recall;

    private ApproximateNeighbors(
            RowTable table, JavaPairRDD<Long, Candidates> answers, Cells cells, int reach, Recall recall) {
        this.table = table;
        this.answers = answers;
        this.cells = cells;
        this.reach = reach;
        this.recall = recall;
    }

    /**
     * Looks for neighbours. The same for a seed, however the table is cut.
     *
     * @throws IllegalArgumentException if a piece would have more values than an index can hold
     * @throws UnsupportedOperationException with the reason, if HNSW cannot be used on a machine of the cluster
     */
    public static ApproximateNeighbors of(RowTable table, ApproximateOptions options) {
        JavaRDD<NumberedRow> rows = table.rows();
        JavaSparkContext context = JavaSparkContext.fromSparkContext(rows.context());
        int partitions = partitions(table.size(), options, context);
        int columns = table.columns().size();
        Cells cells = Cells.of(rows, table.size(), columns, partitions, options);
        requireRoom(cells);
        Broadcast<Cells> sent = context.broadcast(cells);
        int reach =
                options.reach() > 0 ? Math.min(options.reach(), cells.size()) : reach(table, sent, options, context);
        JavaPairRDD<Long, Candidates> answers =
                Pieces.answers(rows, sent, reach, options).persist(StorageLevel.MEMORY_AND_DISK_SER());
        Recall recall = recall(table, answers, options, context);
        return new ApproximateNeighbors(table, answers, cells, reach, recall);
    }

    private static int partitions(long size, ApproximateOptions options, JavaSparkContext context) {
        if (options.partitions() > 0) {
            return (int) Math.min(options.partitions(), size);
        }
        long ofCores = Math.min(2L * context.defaultParallelism(), size / LEAST_ROWS);
        return Math.clamp(Math.max(Math.ceilDiv(size, ROWS_A_PARTITION), ofCores), 1, 100_000);
    }

    private static void requireRoom(Cells cells) {
        long values = cells.largestPiece() * (cells.columns() + 1);
        if (values > MOST_VALUES) {
            throw new IllegalArgumentException(
                    "a partition would have %,d rows of %,d values, more than an index can hold: ask for more partitions"
                            .formatted(cells.largestPiece(), cells.columns()));
        }
    }

    /** By other rows than those that recall is measured on. */
    private static int reach(
            RowTable table, Broadcast<Cells> cells, ApproximateOptions options, JavaSparkContext context) {
        if (cells.value().size() == 1) {
            return 1;
        }
        RowBlock queries = RowBlock.of(RowDraw.of(table.rows(), table.size(), SAMPLE, options.seed() + 1));
        List<Candidates> exact =
                ExactAnswers.of(table.rows(), context.broadcast(queries), options.k(), options.metric());
        return Reach.forRecall(options.recall(), table.rows(), cells, queries, exact);
    }

    private static Recall recall(
            RowTable table,
            JavaPairRDD<Long, Candidates> answers,
            ApproximateOptions options,
            JavaSparkContext context) {
        RowBlock queries = RowBlock.of(RowDraw.of(table.rows(), table.size(), SAMPLE, options.seed() + 2));
        List<Candidates> exact =
                ExactAnswers.of(table.rows(), context.broadcast(queries), options.k(), options.metric());
        Set<Long> asked = LongStream.of(queries.numbers()).boxed().collect(Collectors.toSet());
        Map<Long, Candidates> found =
                answers.filter(answer -> asked.contains(answer._1)).collectAsMap();
        return ExactAnswers.recall(
                LongStream.of(queries.numbers()).mapToObj(found::get).toList(), exact);
    }

    /** The share of true neighbours that was found of 1,000 rows, drawn by the seed; of all where there are fewer. */
    public Recall recall() {
        return recall;
    }

    /** Cells that each row asked; more where these had fewer rows than were wanted. */
    public int reach() {
        return reach;
    }

    public int cells() {
        return cells.size();
    }

    /** Graphs that were built: one a cell, more of a cell that has more than twice its share of the rows. */
    public int pieces() {
        return cells.pieces();
    }

    /** Rows in the largest graph, about. */
    public long largestPiece() {
        return cells.largestPiece();
    }

    /**
     * The answers, ordered by row: {@code row} (its number), {@code id} where the table has ids, {@code neighbors} (numbers,
     * nearest first, ties by ascending number, without the row itself), {@code neighbor_ids} where the table has ids, and
     * {@code distances}, exact, in the unit of the metric.
     */
    public Dataset<Row> table(SparkSession spark) {
        boolean named = table.isNamed();
        List<StructField> fields = new ArrayList<>();
        fields.add(DataTypes.createStructField("row", DataTypes.LongType, false));
        if (named) {
            fields.add(DataTypes.createStructField("id", DataTypes.StringType, true));
        }
        fields.add(
                DataTypes.createStructField("neighbors", DataTypes.createArrayType(DataTypes.LongType, false), false));
        if (named) {
            fields.add(DataTypes.createStructField(
                    "neighbor_ids", DataTypes.createArrayType(DataTypes.StringType, true), false));
        }
        fields.add(
                DataTypes.createStructField("distances", DataTypes.createArrayType(DataTypes.FloatType, false), false));
        return spark.createDataFrame(
                        answers.map(answer -> row(answer._1, answer._2, named)),
                        new StructType(fields.toArray(StructField[]::new)))
                .orderBy("row");
    }

    private static Row row(long number, Candidates found, boolean named) {
        return named
                ? RowFactory.create(number, found.id(), found.numbers(), found.ids(), found.distances())
                : RowFactory.create(number, found.numbers(), found.distances());
    }

    /** Lets go of the answers. */
    @Override
    public void close() {
        answers.unpersist();
    }
}
