package segue.spark.neighbors;

import java.util.Locale;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import segue.spark.rows.RowTable;

/**
 * What an exact search gives; the work is done when the table is used.
 *
 * @param table {@code row} long, {@code id} string (if queries have ids), {@code neighbors} array of long, {@code
 *     neighbor_ids} array of string (if the data has ids), {@code distances} array of float; a row each query, the rows in no
 *     order where ids were joined, else ascending; neighbours best first, ties by ascending row
 * @param way never {@link Way#AUTO}
 * @param layout how the pairs are cut into tasks
 * @param k neighbours a query: what was asked for, or as many as there are
 */
public record ExactNeighbors(Dataset<Row> table, Way way, BlockLayout layout, int k) {
    /** The neighbours of every row, itself left out. */
    public static ExactNeighbors of(SparkSession spark, RowTable data, NeighborsOptions options) {
        return of(spark, data, null, options);
    }

    /**
     * The neighbours of every row of {@code queries}.
     *
     * @param queries with as many columns as the data; null for every row of the data, itself left out
     * @throws IllegalArgumentException if queries, weights and data do not fit each other, or there is too much of them
     */
    public static ExactNeighbors of(SparkSession spark, RowTable data, RowTable queries, NeighborsOptions options) {
        requireFit(data, queries, options);
        long asked = queries == null ? data.size() : queries.size();
        int columns = data.columns().size();
        int cores = spark.sparkContext().defaultParallelism();
        Way way = choose(data, options);
        int k = (int) Math.min(options.k(), queries == null ? data.size() - 1 : data.size());
        JavaRDD<Answers> answers;
        BlockLayout layout;
        if (way == Way.BROADCAST) {
            SharedTable.require(data);
            layout = BlockLayout.whole(
                    asked, data.size(), columns, options.k(), cores, options.blockBytes(), queries == null);
            BroadcastSearch search = BroadcastSearch.of(spark, data, layout, options);
            answers = queries == null ? search.ofEveryRow(k) : search.of(queries, k);
            Dataset<Row> table = AnswerTable.of(spark, answers, data.isNamed(), queries == null && data.isNamed());
            return new ExactNeighbors(AnswerTable.withIdsOf(queries, table), way, layout, k);
        }
        layout = BlockLayout.of(asked, data.size(), columns, options.k(), cores, options.blockBytes(), queries == null);
        answers = ShuffledSearch.of(data, queries, layout, options, k);
        Dataset<Row> table = AnswerTable.of(spark, answers, false, false);
        table = data.isNamed() ? AnswerTable.withNeighborIds(table, data) : table;
        return new ExactNeighbors(AnswerTable.withIdsOf(queries == null ? data : queries, table), way, layout, k);
    }

    private static void requireFit(RowTable data, RowTable queries, NeighborsOptions options) {
        int columns = data.columns().size();
        if (queries != null && queries.columns().size() != columns) {
            throw new IllegalArgumentException("%s has %d columns but the queries, %s, have %d: they must be as wide"
                    .formatted(
                            data.name(),
                            columns,
                            queries.name(),
                            queries.columns().size()));
        }
        int weights = options.distance().weights().length;
        if (weights != 0 && weights != columns) {
            throw new IllegalArgumentException("%d weights were given for %s, which has %d columns: give one a column"
                    .formatted(weights, data.name(), columns));
        }
    }

    private static Way choose(RowTable data, NeighborsOptions options) {
        if (options.way() != Way.AUTO) {
            return options.way();
        }
        return SharedTable.bytes(data) <= options.broadcastBytes() ? Way.BROADCAST : Way.SHUFFLE;
    }

    /** {@code "170,653 queries in 170,653 x 13, k=10, broadcast, 8 blocks of queries"}. */
    public String describe() {
        String blocks = way == Way.BROADCAST
                ? "%d blocks of queries".formatted(layout.queryBlocks())
                : "%d x %d blocks of queries and stripes of the table"
                        .formatted(layout.queryBlocks(), layout.stripes());
        return String.format(
                Locale.ROOT,
                "%,d queries in %,d x %d, k=%d, %s, %s",
                layout.queries(),
                layout.rows(),
                layout.columns(),
                k,
                way.label(),
                blocks);
    }
}
