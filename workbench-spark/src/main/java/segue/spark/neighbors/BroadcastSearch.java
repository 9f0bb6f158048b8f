package segue.spark.neighbors;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import scala.Tuple2;
import segue.matrix.FloatMatrix;
import segue.matrix.Scaler;
import segue.neighbors.Search;
import segue.spark.rows.RowTable;

/**
 * A search of a table that every executor has.
 *
 * @param scaler that the table went through; null for none
 */
record BroadcastSearch(
        JavaSparkContext context,
        Broadcast<SharedTable> table,
        Scaler scaler,
        BlockLayout layout,
        NeighborsOptions options) {
    private static final int COLLECTED_ROWS = 1 << 16;

    private record Range(int from, int to) implements Serializable {}

    /** Collects the table and sends it. */
    static BroadcastSearch of(SparkSession spark, RowTable data, BlockLayout layout, NeighborsOptions options) {
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        SharedTable.Collected collected = SharedTable.Collected.of(data, COLLECTED_ROWS);
        Scaler scaler = options.scaled() ? Scaler.standard(collected.rows()) : null;
        FloatMatrix rows = scaler == null ? collected.rows() : scaler.transform(collected.rows());
        return new BroadcastSearch(
                context, context.broadcast(collected.shared(rows, options.distance())), scaler, layout, options);
    }

    /** @param k neighbours a row, itself left out */
    JavaRDD<Answers> ofEveryRow(int k) {
        List<Range> ranges = new ArrayList<>();
        int step = layout.queryBlockRows();
        for (long from = 0; from < layout.queries(); from += step) {
            ranges.add(new Range((int) from, (int) Math.min(from + step, layout.queries())));
        }
        Broadcast<SharedTable> shared = table;
        NeighborsOptions asked = options;
        return context.parallelize(ranges, ranges.size()).map(range -> {
            SharedTable rows = shared.value();
            Search search = asked.search(true);
            return Answers.of(
                    range.from(),
                    rows.search(rows.rows(range.from(), range.to()), range.from(), search),
                    asked,
                    k,
                    rows.ids());
        });
    }

    /** @param k neighbours a query */
    JavaRDD<Answers> of(RowTable queries, int k) {
        Broadcast<SharedTable> shared = table;
        NeighborsOptions asked = options;
        BlockLayout cut = layout;
        return Cuts.scaled(queries.rows(), scaler)
                .mapPartitionsToPair(rows -> Cuts.queries(rows, cut))
                .repartitionAndSortWithinPartitions(new Cell.ByTask(cut.queryBlocks()))
                .mapPartitions(pieces -> answer(pieces, shared.value(), cut, asked, k));
    }

    private static Iterator<Answers> answer(
            Iterator<Tuple2<Cell, Piece>> pieces,
            SharedTable table,
            BlockLayout layout,
            NeighborsOptions options,
            int k) {
        List<Answers> answers = new ArrayList<>();
        new Blocks(pieces, layout)
                .forEachRemaining(block -> answers.add(Answers.of(
                        block.first(),
                        table.search(block.rows(), block.first(), options.search(false)),
                        options,
                        k,
                        table.ids())));
        return answers.iterator();
    }
}
