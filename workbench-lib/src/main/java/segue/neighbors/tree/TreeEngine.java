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
 * gives the rows and distances of brute force. Four neighbouring queries of a batch go the same way together.
 */
public final class TreeEngine implements SearchEngine {
    private static final int BLOCK = 256;

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
        int fair = (queries + 4 * threads - 1) / (4 * threads);
        return Math.clamp((fair + 3) / 4 * 4, 4, BLOCK);
    }

    @Override
    public int[] order(FloatMatrix queries) {
        return queries == rows ? order : KdOrder.of(queries);
    }

    @Override
    public void search(QueryBlock block, TopK[] best) {
        Visit visit = new Visit(this, block, best);
        int inFours = block.size() / 4 * 4;
        for (int q = 0; q < inFours; q += 4) {
            visit.queries(q, 4);
        }
        for (int q = inFours; q < block.size(); q++) {
            visit.queries(q, 1);
        }
    }
}
