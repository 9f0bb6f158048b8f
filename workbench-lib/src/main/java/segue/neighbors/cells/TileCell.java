package segue.neighbors.cells;

import java.util.Arrays;
import java.util.stream.IntStream;
import segue.matrix.FloatMatrix;
import segue.neighbors.Accumulation;
import segue.neighbors.QueryBlock;
import segue.neighbors.TopK;
import segue.neighbors.simd.TileSearch;
import segue.neighbors.simd.Tiles;

/** A cell laid out for vectors: four queries share the reading of it. */
final class TileCell implements Cell {
    private final TileSearch search;
    private final int rows;
    private final int paddedRows;
    private final int[] everyTile;
    private final float[] unbounded;

    TileCell(FloatMatrix rows, int[] numbers, Accumulation accumulation) {
        Tiles tiles = Tiles.of(rows, null);
        this.search = new TileSearch(tiles, accumulation, numbers);
        this.rows = rows.rows();
        this.paddedRows = tiles.paddedRows();
        this.everyTile = IntStream.range(0, paddedRows / Tiles.ROWS).toArray();
        this.unbounded = new float[everyTile.length];
        Arrays.fill(unbounded, Float.NEGATIVE_INFINITY);
    }

    @Override
    public void search(QueryBlock block, int count, TopK[] best) {
        TileSearch.Scratch scratch = search.scratch();
        int inFours = count / 4 * 4;
        for (int q = 0; q < inFours; q += 4) {
            search.four(block, q, 0, paddedRows, best, scratch);
        }
        for (int q = inFours; q < count; q++) {
            search.one(block, q, everyTile, unbounded, everyTile.length, best[q], scratch);
        }
    }

    @Override
    public int rows() {
        return rows;
    }
}
