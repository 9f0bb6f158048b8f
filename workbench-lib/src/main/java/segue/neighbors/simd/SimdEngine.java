package segue.neighbors.simd;

import java.util.Arrays;
import java.util.stream.IntStream;
import segue.matrix.FloatMatrix;
import segue.neighbors.Accumulation;
import segue.neighbors.Backend;
import segue.neighbors.QueryBlock;
import segue.neighbors.SearchEngine;
import segue.neighbors.TopK;

/**
 * Brute force with the Vector API: one query after another over all tiles, or in a batch four at a time over as many tiles
 * as fit the second-level cache.
 */
public final class SimdEngine implements SearchEngine {
    private static final int BLOCK = 128;
    /** Half of a small second-level cache. */
    private static final int VALUES_IN_CACHE = 1 << 17;

    private final Tiles tiles;
    private final TileSearch search;
    private final Accumulation accumulation;
    private final int rowsInCache;
    private final int[] everyTile;
    private final float[] unbounded;

    public SimdEngine(FloatMatrix rows, Accumulation accumulation) {
        this.accumulation = accumulation;
        this.tiles = Tiles.of(rows, null);
        this.search = new TileSearch(tiles, accumulation, null);
        this.everyTile = IntStream.range(0, tiles.paddedRows() / Tiles.ROWS).toArray();
        this.unbounded = new float[everyTile.length];
        Arrays.fill(unbounded, Float.NEGATIVE_INFINITY);
        this.rowsInCache = Math.max(1, VALUES_IN_CACHE / Math.max(1, rows.columns()) / Tiles.ROWS) * Tiles.ROWS;
    }

    @Override
    public Backend backend() {
        return Backend.SIMD;
    }

    @Override
    public Accumulation accumulation() {
        return accumulation;
    }

    /** Enough for the data to be read seldom, few enough for the threads to end together. */
    @Override
    public int blockSize(int queries, int threads) {
        int fair = (queries + 4 * threads - 1) / (4 * threads);
        return Math.clamp((fair + 3) / 4 * 4, 4, BLOCK);
    }

    @Override
    public void search(QueryBlock block, TopK[] best) {
        TileSearch.Scratch scratch = search.scratch();
        int rows = tiles.paddedRows();
        int inFours = block.size() / 4 * 4;
        for (int from = 0; from < rows && inFours > 0; from += rowsInCache) {
            int to = Math.min(from + rowsInCache, rows);
            for (int q = 0; q < inFours; q += 4) {
                search.four(block, q, from, to, best, scratch);
            }
        }
        for (int q = inFours; q < block.size(); q++) {
            search.one(block, q, everyTile, unbounded, everyTile.length, best[q], scratch);
        }
    }
}
