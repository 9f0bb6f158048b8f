package segue.spark.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;
import scala.Tuple2;
import segue.neighbors.Distance;
import segue.neighbors.ProgressListener;
import segue.neighbors.hnsw.HnswIndex;
import segue.spark.rows.NumberedRow;
import segue.spark.rows.RowBlock;

/** Sends rows to the pieces that they live in and those that they ask, where a graph is built and searched. */
final class Pieces {
    private static final int QUERIES = 1024;

    private Pieces() {}

    /** The best rows of each row, by its number. */
    static JavaPairRDD<Long, Candidates> answers(
            JavaRDD<NumberedRow> rows, Broadcast<Cells> cells, int reach, ApproximateOptions options) {
        PiecePartitioner byPiece = new PiecePartitioner(cells.value().pieces());
        int k = options.k();
        JavaRDD<NumberedRow> living = rows.mapPartitionsToPair(part -> homes(part, cells.value()))
                .partitionBy(byPiece)
                .values();
        JavaRDD<NumberedRow> asking = rows.mapPartitionsToPair(part -> asked(part, cells.value(), reach, k))
                .partitionBy(byPiece)
                .values();
        return living.zipPartitions(asking, (lives, asks) -> search(lives, asks, options))
                .mapToPair(answer -> answer)
                .reduceByKey((one, other) -> one.merge(other, k));
    }

    private static Iterator<Tuple2<Integer, NumberedRow>> homes(Iterator<NumberedRow> rows, Cells cells) {
        return blocks(rows)
                .flatMap(block -> {
                    int[] homes = cells.homes(block.matrix());
                    return IntStream.range(0, block.rows())
                            .mapToObj(row ->
                                    new Tuple2<>(cells.piece(homes[row], block.numbers()[row]), row(block, row)));
                })
                .iterator();
    }

    private static Iterator<Tuple2<Integer, NumberedRow>> asked(
            Iterator<NumberedRow> rows, Cells cells, int reach, int k) {
        return blocks(rows)
                .flatMap(block -> asked(block, cells, reach, k).stream())
                .iterator();
    }

    private static List<Tuple2<Integer, NumberedRow>> asked(RowBlock block, Cells cells, int reach, int k) {
        int[] nearest = cells.nearest(block.matrix(), cells.size());
        List<Tuple2<Integer, NumberedRow>> asked = new ArrayList<>();
        for (int row = 0; row < block.rows(); row++) {
            int[] ofOne = Arrays.copyOfRange(nearest, row * cells.size(), (row + 1) * cells.size());
            int enough = cells.enough(ofOne, reach, k);
            for (int i = 0; i < enough; i++) {
                int cell = ofOne[i];
                for (int piece = cells.firstPieces()[cell];
                        cells.counts()[cell] > 0 && piece < cells.firstPieces()[cell + 1];
                        piece++) {
                    asked.add(new Tuple2<>(piece, row(block, row)));
                }
            }
        }
        return asked;
    }

    private static Iterator<Tuple2<Long, Candidates>> search(
            Iterator<NumberedRow> lives, Iterator<NumberedRow> asks, ApproximateOptions options) {
        if (!lives.hasNext()) {
            return Collections.emptyIterator();
        }
        List<NumberedRow> all = new ArrayList<>();
        lives.forEachRemaining(all::add);
        RowBlock rows = RowBlock.of(all);
        all.clear();
        BlockSearch graph = new BlockSearch(
                rows,
                HnswIndex.build(
                        rows.matrix(),
                        new Distance(options.metric()),
                        options.hnsw().withThreads(1),
                        ProgressListener.NONE));
        return stream(RowBlock.gather(asks, QUERIES))
                .flatMap(queries -> {
                    List<Candidates> found = graph.nearest(queries, options.k());
                    return IntStream.range(0, queries.rows())
                            .mapToObj(query -> new Tuple2<>(queries.numbers()[query], found.get(query)));
                })
                .iterator();
    }

    private static NumberedRow row(RowBlock block, int row) {
        return new NumberedRow(
                block.numbers()[row],
                block.ids() == null ? null : block.ids()[row],
                block.matrix().row(row));
    }

    private static Stream<RowBlock> blocks(Iterator<NumberedRow> rows) {
        return stream(RowBlock.gather(rows, Cells.BLOCK));
    }

    private static Stream<RowBlock> stream(Iterator<RowBlock> blocks) {
        Iterable<RowBlock> once = () -> blocks;
        return StreamSupport.stream(once.spliterator(), false);
    }
}
