package segue.neighbors.simd;

import java.math.BigInteger;
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
 * as fit the first-level cache.
 */
public final class SimdEngine implements SearchEngine {
    private static final int BLOCK = 128;
    /** 32 KiB: most of a first-level cache. */
    private static final int VALUES_IN_CACHE = 1 << 13;

    private final Tiles tiles;
    private final TileSearch search;
    private final Accumulation accumulation;
    private final int tilesInCache;
    /** Where each run of {@link #tilesInCache} tiles begins, in the order to take them. */
    private final int[] runs;

    private final int[] everyTile;
    private final float[] unbounded;

    public SimdEngine(FloatMatrix rows, Accumulation accumulation) {
        this.accumulation = accumulation;
        this.tiles = Tiles.of(rows, null);
        this.search = new TileSearch(tiles, accumulation, null);
        this.tilesInCache = Math.max(1, VALUES_IN_CACHE / Math.max(1, rows.columns()) / Tiles.ROWS);
        int count = tiles.paddedRows() / Tiles.ROWS;
        this.runs = spread((count + tilesInCache - 1) / tilesInCache);
        this.everyTile = IntStream.of(runs)
                .flatMap(run -> IntStream.range(run, Math.min(run + tilesInCache, count)))
                .toArray();
        this.unbounded = new float[everyTile.length];
        Arrays.fill(unbounded, Float.NEGATIVE_INFINITY);
    }

    /**
     * The beginnings of runs, each far from the one before: rows that come ever closer to a query would otherwise all enter
     * its best ones, one after another.
     */
    private int[] spread(int count) {
        int step = (int) (0.618 * count);
        while (step > 1
                && BigInteger.valueOf(step).gcd(BigInteger.valueOf(count)).intValue() > 1) {
            step--;
        }
        int[] order = new int[count];
        for (int i = 1; i < count; i++) {
            order[i] = (order[i - 1] + Math.max(1, step)) % count;
        }
        return IntStream.of(order).map(run -> run * tilesInCache).toArray();
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
        for (int i = 0; i < runs.length && inFours > 0; i++) {
            int from = runs[i] * Tiles.ROWS;
            int to = Math.min(from + tilesInCache * Tiles.ROWS, rows);
            for (int q = 0; q < inFours; q += 4) {
                search.four(block, q, from, to, best, scratch);
            }
        }
        for (int q = inFours; q < block.size(); q++) {
            search.one(block, q, everyTile, unbounded, everyTile.length, best[q], scratch);
        }
    }
}
