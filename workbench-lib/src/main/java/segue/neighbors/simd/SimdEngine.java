package segue.neighbors.simd;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
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
    /** Rows seen for each of the k best after which few more will enter. */
    private static final long ROWS_A_BEST_ONE = 128;

    private static final int ROWS_TO_ROUND = 4_000;
    private static final int QUERIES_TO_ROUND = 32;
    /** 32 KiB: most of a first-level cache. */
    private static final int VALUES_IN_CACHE = 1 << 13;

    private final Tiles tiles;
    private final TileSearch search;
    private final Accumulation accumulation;
    private final int tilesInCache;
    /** Where each run of {@link #tilesInCache} tiles begins, in the order to take them. */
    private final int[] runs;

    private final int[] everyTile;
    private final ProductsSearch products;
    private final FloatMatrix rows;
    private final AtomicInteger queriesSoFar = new AtomicInteger();
    private volatile Optional<QuantizedSearch> rounded;
    private final float[] unbounded;

    public SimdEngine(FloatMatrix rows, Accumulation accumulation) {
        this.rows = rows;
        this.accumulation = accumulation;
        this.tiles = Tiles.of(rows, null);
        this.products = ProductsSearch.serves(accumulation) ? new ProductsSearch(tiles, accumulation) : null;
        this.search = new TileSearch(tiles, accumulation, null);
        this.tilesInCache = Math.max(1, VALUES_IN_CACHE / Math.max(1, rows.columns()) / Tiles.ROWS);
        int count = tiles.paddedRows() / Tiles.ROWS;
        this.runs = IntStream.of(Spread.of((count + tilesInCache - 1) / tilesInCache))
                .map(run -> run * tilesInCache)
                .toArray();
        this.everyTile = IntStream.of(runs)
                .flatMap(run -> IntStream.range(run, Math.min(run + tilesInCache, count)))
                .toArray();
        this.unbounded = new float[everyTile.length];
        Arrays.fill(unbounded, Float.NEGATIVE_INFINITY);
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
        ProductsSearch.Queries queries = products == null || inFours == 0 ? null : products.new Queries(block);
        for (int i = 0; i < runs.length && inFours > 0; i++) {
            int from = runs[i] * Tiles.ROWS;
            int to = Math.min(from + tilesInCache * Tiles.ROWS, rows);
            for (int q = 0; q < inFours; q += 4) {
                if (queries != null
                        && (long) i * tilesInCache * Tiles.ROWS >= ROWS_A_BEST_ONE * best[q].k()
                        && !queries.hard(q)) {
                    queries.four(q, from, to, best);
                } else {
                    search.four(block, q, from, to, best, scratch);
                }
            }
        }
        for (int q = inFours; q < block.size(); q++) {
            if (block.farthest() || !answeredByRoundedRows(block, q, best[q])) {
                search.one(block, q, everyTile, unbounded, everyTile.length, best[q], scratch);
            }
        }
    }

    private boolean answeredByRoundedRows(QueryBlock block, int q, TopK best) {
        if (rows.rows() < ROWS_TO_ROUND) {
            return false;
        }
        if (rounded == null && queriesSoFar.incrementAndGet() >= QUERIES_TO_ROUND) {
            round();
        }
        Optional<QuantizedSearch> search = rounded;
        if (search == null || search.isEmpty()) {
            return false;
        }
        if (!search.get().pays()) {
            rounded = Optional.empty();
            return false;
        }
        return search.get().nearest(block, q, best);
    }

    private synchronized void round() {
        if (rounded == null) {
            rounded = QuantizedSearch.of(rows, accumulation);
        }
    }
}
