package segue.spark.neighbors;

import java.util.Iterator;
import java.util.List;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import scala.Tuple2;
import segue.matrix.FloatMatrix;
import segue.matrix.Scaler;
import segue.neighbors.BlockIndex;
import segue.neighbors.PartialNeighbors;
import segue.neighbors.Search;
import segue.spark.rows.NumberedRow;
import segue.spark.rows.RowTable;

/** A search in which each task is sent a block of queries and a stripe of the table. */
final class ShuffledSearch {
    private ShuffledSearch() {}

    /**
     * Begins nothing but, where values are scaled, two passes over the table.
     *
     * @param queries null for every row of the data, itself left out
     * @param k neighbours a query
     */
    static JavaRDD<Answers> of(RowTable data, RowTable queries, BlockLayout layout, NeighborsOptions options, int k) {
        Scaler scaler = options.scaled() ? scaler(data, layout) : null;
        int most = options.k();
        boolean everyRow = queries == null;
        JavaPairRDD<Integer, PartialNeighbors> found = cells(data, queries, scaler, layout)
                .repartitionAndSortWithinPartitions(new Cell.ByTask((int) layout.tasks()))
                .mapPartitionsToPair(pieces -> answer(pieces, layout, options, everyRow));
        if (layout.stripes() > 1) {
            found = found.reduceByKey(new HashPartitioner(layout.queryBlocks()), (one, other) -> one.with(other, most));
        }
        return found.map(block -> Answers.of(block._1() * layout.queryBlockRows(), block._2(), options, k, null));
    }

    private static JavaPairRDD<Cell, Piece> cells(RowTable data, RowTable queries, Scaler scaler, BlockLayout layout) {
        JavaRDD<NumberedRow> rows = Cuts.scaled(data.rows(), scaler);
        if (queries == null) {
            return rows.mapPartitionsToPair(part -> Cuts.both(part, layout));
        }
        return rows.mapPartitionsToPair(part -> Cuts.table(part, layout))
                .union(Cuts.scaled(queries.rows(), scaler).mapPartitionsToPair(part -> Cuts.queries(part, layout)));
    }

    private static Iterator<Tuple2<Integer, PartialNeighbors>> answer(
            Iterator<Tuple2<Cell, Piece>> pieces, BlockLayout layout, NeighborsOptions options, boolean everyRow) {
        Blocks blocks = new Blocks(pieces, layout);
        Search search = options.search(everyRow);
        Blocks.Block queries = blocks.next();
        PartialNeighbors best = null;
        while (blocks.hasNext()) {
            Blocks.Block block = blocks.next();
            PartialNeighbors found = new BlockIndex(block.rows(), block.first(), options.distance())
                    .search(queries.rows(), queries.first(), search);
            best = best == null ? found : best.with(found, options.k());
        }
        return List.of(new Tuple2<>(queries.cell().task() / layout.stripes(), best))
                .iterator();
    }

    /** The library's own scaler: the blocks come through the driver in the order of the rows, twice, one at a time. */
    private static Scaler scaler(RowTable data, BlockLayout layout) {
        JavaRDD<float[]> blocks = data.rows()
                .mapPartitionsToPair(part -> Cuts.once(part, layout))
                .repartitionAndSortWithinPartitions(new Cell.ByTask(layout.blocks()))
                .mapPartitions(part -> new Values(new Blocks(part, layout)));
        int columns = data.columns().size();
        Iterable<FloatMatrix> inOrder = () -> new Matrices(blocks.toLocalIterator(), columns);
        return Scaler.standard(inOrder);
    }

    private record Values(Blocks blocks) implements Iterator<float[]> {
        @Override
        public boolean hasNext() {
            return blocks.hasNext();
        }

        @Override
        public float[] next() {
            return blocks.next().rows().values();
        }
    }

    private record Matrices(Iterator<float[]> blocks, int columns) implements Iterator<FloatMatrix> {
        @Override
        public boolean hasNext() {
            return blocks.hasNext();
        }

        @Override
        public FloatMatrix next() {
            float[] values = blocks.next();
            return FloatMatrix.wrap(values.length / columns, columns, values);
        }
    }
}
