package segue.neighbors.simd;

import static jdk.incubator.vector.VectorOperators.LE;

import jdk.incubator.vector.FloatVector;
import segue.neighbors.Accumulation;
import segue.neighbors.QueryBlock;
import segue.neighbors.TopK;

/** Offers the rows of some tiles to the best ones of one query or of four. */
public final class TileSearch {
    private final Tiles tiles;
    private final TileScan scan;
    private final int[] order;

    /** @param order which row stands at each position of the tiles; null for as they are */
    public TileSearch(Tiles tiles, Accumulation accumulation, int[] order) {
        this.tiles = tiles;
        this.order = order;
        this.scan = switch (accumulation) {
            case SQUARES -> new SquaresScan();
            case ABSOLUTES -> new AbsolutesScan();
            case LARGEST -> new LargestScan();
            case PRODUCTS -> new ProductsScan();
        };
    }

    /** What one search writes down on its way; not for several threads. */
    public static final class Scratch {
        private final float[] keys = new float[Math.max(TileScan.ONE, 4 * TileScan.FOUR)];
        private final float[] thresholds = new float[4];

        private Scratch() {}
    }

    public Scratch scratch() {
        return new Scratch();
    }

    /**
     * Query {@code q} over tiles.
     *
     * @param which tiles, in the order to take them
     * @param bounds below which no key of those tiles is
     * @param count of them
     */
    public void one(QueryBlock block, int q, int[] which, float[] bounds, int count, TopK best, Scratch scratch) {
        int at = q * tiles.columns;
        int step = 0;
        int steps = count * TileScan.STEPS;
        while (step < steps) {
            int found = scan.one(
                    tiles,
                    which,
                    bounds,
                    step,
                    steps,
                    block.vectors(),
                    at,
                    block.sign(),
                    best.threshold(),
                    scratch.keys);
            if (found < 0) {
                return;
            }
            int position = which[found / TileScan.STEPS] * Tiles.ROWS + found % TileScan.STEPS * TileScan.ONE;
            offer(block, q, position, 0, TileScan.ONE, best, scratch);
            step = found + 1;
        }
    }

    /** Queries {@code q} to {@code q + 3} likewise. */
    public void four(QueryBlock block, int q, int from, int to, TopK[] best, Scratch scratch) {
        int at = q * tiles.columns;
        int position = from;
        while (position < to) {
            for (int i = 0; i < 4; i++) {
                scratch.thresholds[i] = best[q + i].threshold();
            }
            int found =
                    scan.four(tiles, position, to, block.vectors(), at, block.sign(), scratch.thresholds, scratch.keys);
            if (found < 0) {
                return;
            }
            for (int i = 0; i < 4; i++) {
                offer(block, q + i, found, i * TileScan.FOUR, TileScan.FOUR, best[q + i], scratch);
            }
            position = found + TileScan.FOUR;
        }
    }

    private void offer(QueryBlock block, int q, int position, int at, int count, TopK best, Scratch scratch) {
        for (int i = 0; i < count; i += Lanes.COUNT) {
            long may = FloatVector.fromArray(Lanes.SPECIES, scratch.keys, at + i)
                    .compare(LE, best.threshold())
                    .toLong();
            for (; may != 0; may &= may - 1) {
                int lane = i + Long.numberOfTrailingZeros(may);
                if (position + lane < tiles.rows()) {
                    int row = order == null ? position + lane : order[position + lane];
                    if (block.admits(q, row)) {
                        best.offer(scratch.keys[at + lane], row);
                    }
                }
            }
        }
    }
}
