package segue.spark.neighbors;

import java.util.Iterator;
import java.util.NoSuchElementException;
import scala.Tuple2;
import segue.matrix.FloatMatrix;

/** The blocks that a task is sent, put together again from their pieces, one at a time. */
final class Blocks implements Iterator<Blocks.Block> {
    private final Iterator<Tuple2<Cell, Piece>> pieces;
    private final BlockLayout layout;
    private Tuple2<Cell, Piece> pending;

    /**
     * @param cell where it was sent
     * @param first number of its first row
     */
    record Block(Cell cell, int first, FloatMatrix rows) {}

    /** @param pieces sorted by their cells */
    Blocks(Iterator<Tuple2<Cell, Piece>> pieces, BlockLayout layout) {
        this.pieces = pieces;
        this.layout = layout;
        this.pending = pieces.hasNext() ? pieces.next() : null;
    }

    @Override
    public boolean hasNext() {
        return pending != null;
    }

    @Override
    public Block next() {
        if (pending == null) {
            throw new NoSuchElementException();
        }
        Cell cell = pending._1();
        boolean queries = cell.turn() == Cell.QUERIES;
        int size = queries ? layout.queryBlockRows() : layout.blockRows();
        int all = queries ? layout.queries() : layout.rows();
        int first = pending._2().first() / size * size;
        int rows = Math.min(size, all - first);
        int columns = pending._2().columns();
        float[] values = new float[rows * columns];
        int placed = 0;
        while (pending != null && pending._1().equals(cell)) {
            Piece piece = pending._2();
            System.arraycopy(piece.values(), 0, values, (piece.first() - first) * columns, piece.values().length);
            placed += piece.rows();
            pending = pieces.hasNext() ? pieces.next() : null;
        }
        if (placed != rows) {
            throw new IllegalStateException(
                    "a block of %d rows from row %d on came with %d: the files were changed while they were read"
                            .formatted(rows, first, placed));
        }
        return new Block(cell, first, FloatMatrix.wrap(rows, columns, values));
    }
}
