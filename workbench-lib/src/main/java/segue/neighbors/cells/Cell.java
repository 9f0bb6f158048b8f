package segue.neighbors.cells;

import segue.matrix.FloatMatrix;
import segue.neighbors.Accumulation;
import segue.neighbors.QueryBlock;
import segue.neighbors.TopK;
import segue.neighbors.simd.SimdSupport;

/** Some rows that are looked at together. Safe for use by several threads at once. */
sealed interface Cell permits TileCell, PlainCell {
    /** With vectors where the machine has them. */
    static Cell of(FloatMatrix rows, int[] numbers, Accumulation accumulation) {
        return SimdSupport.unavailableReason().isEmpty()
                ? new TileCell(rows, numbers, accumulation)
                : new PlainCell(rows, numbers, accumulation);
    }

    /** Offers every row of the cell, by its number, to the best ones of the first {@code count} queries. */
    void search(QueryBlock block, int count, TopK[] best);

    int rows();
}
