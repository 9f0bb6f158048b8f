package segue.neighbors.simd;

import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import segue.matrix.FloatMatrix;
import segue.neighbors.Accumulation;
import segue.neighbors.QueryBlock;
import segue.neighbors.TopK;

/**
 * The nearest rows of one query by way of rounded rows: all of these are scanned; those that look nearest, measured
 * exactly, say how near a row must be; and the rows that may be as near are measured exactly. What it gives is exact.
 */
final class QuantizedSearch {
    /** One row measured costs about as much as so many scanned. */
    private static final int ROWS_A_MEASURED_ONE = 32;

    /** Questions after which it is known whether they are answered. */
    private static final int TRIALS = 16;

    private final FloatMatrix rows;
    private final Accumulation accumulation;
    private final QuantizedTiles tiles;
    private final int[] runs;
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final Queue<QuantizedKeys> spare = new ConcurrentLinkedQueue<>();

    private QuantizedSearch(FloatMatrix rows, QuantizedTiles tiles) {
        this.rows = rows;
        this.accumulation = tiles.accumulation;
        this.tiles = tiles;
        this.runs = Spread.of(QuantizedKeys.runs(rows.rows()));
    }

    /** Rounds the rows, which takes about as long as 50 queries; empty where they cannot be. */
    static Optional<QuantizedSearch> of(FloatMatrix rows, Accumulation accumulation) {
        return QuantizedTiles.of(rows, accumulation).map(tiles -> new QuantizedSearch(rows, tiles));
    }

    /** Whether most of the questions so far have been answered, or will be: those of other threads are under way. */
    boolean pays() {
        return asked.get() < TRIALS || 2 * (long) refused.get() < asked.get();
    }

    /** Answers query {@code q}, for the nearest rows; or false, and nothing is done, where too many rows look near. */
    boolean nearest(QueryBlock block, int q, TopK best) {
        QuantizedKeys keys = spare.poll();
        if (keys == null) {
            keys = new QuantizedKeys(rows.rows(), runs, rows.rows() / ROWS_A_MEASURED_ONE);
        }
        asked.incrementAndGet();
        try {
            boolean answered = nearest(block, q, best, keys);
            if (!answered) {
                refused.incrementAndGet();
            }
            return answered;
        } finally {
            spare.add(keys);
        }
    }

    private boolean nearest(QueryBlock block, int q, TopK best, QuantizedKeys keys) {
        QuantizedTiles.Query query = tiles.query(block.vectors(), q * rows.columns());
        QuantizedScan.keys(tiles, query, keys);
        int promising = keys.upTo(keys.smallest(best.k(), block, q), block, q);
        if (promising < 0) {
            return false;
        }
        TopK first = new TopK(best.k());
        measure(keys, promising, block, q, first);
        first.sharpen();
        int all = keys.upTo(tiles.largestKey(query, first.threshold()), block, q);
        if (all < 0) {
            return false;
        }
        measure(keys, all, block, q, best);
        return true;
    }

    private void measure(QuantizedKeys keys, int count, QueryBlock block, int q, TopK best) {
        int columns = rows.columns();
        for (int i = 0; i < count; i++) {
            int row = keys.found(i);
            float sum = accumulation.of(rows.values(), row * columns, block.vectors(), q * columns, columns);
            best.offer(block.sign() * sum, row);
        }
    }
}
