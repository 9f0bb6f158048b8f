package segue.neighbors.tree;

import segue.matrix.FloatMatrix;
import segue.neighbors.Accumulation;
import segue.neighbors.Backend;
import segue.neighbors.QueryBlock;
import segue.neighbors.SearchEngine;
import segue.neighbors.TopK;
import segue.neighbors.simd.BoxScan;
import segue.neighbors.simd.TileSearch;
import segue.neighbors.simd.Tiles;

/**
 * Boxes of 64 neighbouring rows, and boxes around 64 of those. A search bounds what a box can hold with vectors, 64 boxes
 * at a time, and looks into the most promising boxes first, until no other can hold a row that is good enough. Exact: it
 * gives the rows and distances of brute force. The queries of a batch are asked in an order in which neighbours look into
 * the same boxes, which the cache then holds.
 */
public final class TreeEngine implements SearchEngine {
    private static final int BLOCK = 256;

    /** Queries that tell how well boxes are left out. */
    private static final int SAMPLES = 64;

    private final FloatMatrix rows;
    private final Accumulation accumulation;
    private final int[] order;
    final Tiles tiles;
    final TileSearch search;
    final BoxScan scan;
    final Tiles lows;
    final Tiles highs;
    final Tiles groupLows;
    final Tiles groupHighs;

    public TreeEngine(FloatMatrix rows, Accumulation accumulation) {
        this.rows = rows;
        this.accumulation = accumulation;
        this.scan = new BoxScan(accumulation);
        this.order = KdOrder.of(rows);
        this.tiles = Tiles.of(rows, order);
        this.search = new TileSearch(tiles, accumulation, order);
        Boxes boxes = Boxes.of(rows, rows, order);
        Boxes groups = boxes.boxed();
        this.lows = Tiles.of(boxes.lows(), null);
        this.highs = Tiles.of(boxes.highs(), null);
        this.groupLows = Tiles.of(groups.lows(), null);
        this.groupHighs = Tiles.of(groups.highs(), null);
    }

    @Override
    public Backend backend() {
        return Backend.TREE;
    }

    @Override
    public Accumulation accumulation() {
        return accumulation;
    }

    @Override
    public int blockSize(int queries, int threads) {
        return Math.clamp((queries + 4 * threads - 1) / (4 * threads), 1, BLOCK);
    }

    @Override
    public int[] order(FloatMatrix queries) {
        return queries == rows ? order : KdOrder.of(queries);
    }

    @Override
    public void search(QueryBlock block, TopK[] best) {
        Visit visit = new Visit(this, block);
        for (int q = 0; q < block.size(); q++) {
            visit.query(q, best[q]);
        }
    }

    /**
     * The share of the rows that are looked at for the ten nearest of a row, 0 to 1: the mean over some rows of the data.
     */
    public double shareLookedAt() {
        int samples = Math.min(SAMPLES, rows.rows());
        long boxes = 0;
        for (int i = 0; i < samples; i++) {
            int row = (int) ((long) i * rows.rows() / samples);
            float[] query = rows.row(row);
            QueryBlock one = new QueryBlock(query, new int[] {row}, false, 1, null);
            Visit visit = new Visit(this, one);
            visit.query(0, new TopK(10));
            boxes += visit.boxesLookedAt();
        }
        return samples == 0 ? 0 : (double) boxes / samples / lows.rows();
    }
}
