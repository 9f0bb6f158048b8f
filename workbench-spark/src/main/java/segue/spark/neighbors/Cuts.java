package segue.spark.neighbors;

import java.util.Iterator;
import java.util.Spliterators;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.JavaRDD;
import scala.Tuple2;
import segue.matrix.Scaler;
import segue.spark.rows.NumberedRow;

/** Rows cut into pieces, each with the cells that need it. */
final class Cuts {
    private Cuts() {}

    /** @param scaler null for rows as they are */
    static JavaRDD<NumberedRow> scaled(JavaRDD<NumberedRow> rows, Scaler scaler) {
        return scaler == null
                ? rows
                : rows.map(row -> new NumberedRow(row.number(), row.id(), scaler.transform(row.values())));
    }

    /** Queries: a piece goes to every stripe. */
    static Iterator<Tuple2<Cell, Piece>> queries(Iterator<NumberedRow> rows, BlockLayout layout) {
        return pieces(Piece.cut(rows, layout::queryBlockOf))
                .flatMap(piece -> toStripes(piece, layout))
                .iterator();
    }

    /** The table: a piece goes to every block of queries. */
    static Iterator<Tuple2<Cell, Piece>> table(Iterator<NumberedRow> rows, BlockLayout layout) {
        return pieces(Piece.cut(rows, layout::blockOf))
                .flatMap(piece -> toQueries(piece, layout))
                .iterator();
    }

    /** A table whose rows are the queries too. */
    static Iterator<Tuple2<Cell, Piece>> both(Iterator<NumberedRow> rows, BlockLayout layout) {
        long blocks = layout.blocks();
        return pieces(Piece.cut(rows, row -> layout.queryBlockOf(row) * blocks + layout.blockOf(row)))
                .flatMap(piece -> Stream.concat(toStripes(piece, layout), toQueries(piece, layout)))
                .iterator();
    }

    /** The table once, a task each block. */
    static Iterator<Tuple2<Cell, Piece>> once(Iterator<NumberedRow> rows, BlockLayout layout) {
        return pieces(Piece.cut(rows, layout::blockOf))
                .map(piece -> {
                    int block = layout.blockOf(piece.first());
                    return new Tuple2<>(new Cell(block, block), piece);
                })
                .iterator();
    }

    private static Stream<Piece> pieces(Iterator<Piece> pieces) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(pieces, 0), false);
    }

    private static Stream<Tuple2<Cell, Piece>> toStripes(Piece piece, BlockLayout layout) {
        int first = layout.queryBlockOf(piece.first()) * layout.stripes();
        return IntStream.range(0, layout.stripes())
                .mapToObj(stripe -> new Tuple2<>(new Cell(first + stripe, Cell.QUERIES), piece));
    }

    private static Stream<Tuple2<Cell, Piece>> toQueries(Piece piece, BlockLayout layout) {
        int block = layout.blockOf(piece.first());
        int stripe = layout.stripeOf(block);
        return IntStream.range(0, layout.queryBlocks())
                .mapToObj(queries -> new Tuple2<>(new Cell(queries * layout.stripes() + stripe, block), piece));
    }
}
