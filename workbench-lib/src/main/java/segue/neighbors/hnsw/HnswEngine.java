package segue.neighbors.hnsw;

import java.util.BitSet;
import segue.matrix.FloatMatrix;
import segue.neighbors.Accumulation;
import segue.neighbors.Backend;
import segue.neighbors.ProgressListener;
import segue.neighbors.QueryBlock;
import segue.neighbors.SearchEngine;
import segue.neighbors.TopK;

/**
 * Asks the graph for candidates and computes their keys anew, as the exact back ends do; so distances are exact to the last
 * bit and ties go to the smaller row, while a near row may be missing.
 *
 * <p>Always k rows: where only some rows may be found, the graph is asked for as many candidates as should hold k of them,
 * and for four times as many until they do. As soon as a look at every row that may be found is cheaper than that (a narrow
 * filter, few rows, a large k), they are looked at, and the answer is exact.
 */
public final class HnswEngine implements SearchEngine {
    private static final int BLOCK = 16;

    /**
     * A candidate of the graph costs about as much as so many rows that are looked at one after another: some 20 of 128
     * columns, some 80 of 13.
     */
    private static final int ROWS_PER_CANDIDATE = 32;

    private final FloatMatrix rows;
    private final Accumulation accumulation;
    private final DistinctRows distinct;
    private final GraphSpace space;
    private final NativeGraph graph;
    private final int ef;

    private HnswEngine(FloatMatrix rows, Accumulation accumulation, DistinctRows distinct, NativeGraph graph, int ef) {
        this.rows = rows;
        this.accumulation = accumulation;
        this.distinct = distinct;
        this.space = new GraphSpace(rows, accumulation);
        this.graph = graph;
        this.ef = ef;
    }

    /**
     * Builds the graph.
     *
     * @param progress is told how many different rows are in the graph
     * @throws UnsupportedOperationException if HNSW cannot search by this accumulation
     * @throws java.util.concurrent.CancellationException if the thread is interrupted; it stays marked as interrupted
     */
    public static HnswEngine build(
            FloatMatrix rows, Accumulation accumulation, HnswOptions options, ProgressListener progress) {
        requireSupported(accumulation);
        DistinctRows distinct = new DistinctRows(rows);
        GraphSpace space = new GraphSpace(rows, accumulation);
        NativeGraph graph = NativeGraph.build(
                distinct.points(),
                space.columns(),
                point -> space.row(distinct.row(distinct.begin(point))),
                options,
                progress);
        return new HnswEngine(rows, accumulation, distinct, graph, options.ef());
    }

    /**
     * Searches a graph that was built before.
     *
     * @throws IllegalArgumentException if the graph is none of these rows
     */
    static HnswEngine over(FloatMatrix rows, Accumulation accumulation, NativeGraph graph, int ef) {
        DistinctRows distinct = new DistinctRows(rows);
        HnswEngine engine = new HnswEngine(rows, accumulation, distinct, graph, ef);
        if (graph.points() != distinct.points() || graph.columns() != engine.space.columns()) {
            throw new IllegalArgumentException("the graph has %,d points of %,d values but the rows make %,d of %,d"
                    .formatted(graph.points(), graph.columns(), distinct.points(), engine.space.columns()));
        }
        return engine;
    }

    /**
     * Early, before the rows are there.
     *
     * @throws UnsupportedOperationException if HNSW cannot search by this accumulation; the message says what can
     */
    public static void requireSupported(Accumulation accumulation) {
        String metric = switch (accumulation) {
            case SQUARES, PRODUCTS -> null;
            case ABSOLUTES -> "manhattan";
            case LARGEST -> "chebyshev";
        };
        if (metric != null) {
            throw new UnsupportedOperationException(
                    "HNSW cannot search by %s, only by euclidean, sqeuclidean, cosine and dot: use tree or simd."
                            .formatted(metric));
        }
    }

    /** The same graph, searched with another number of candidates; {@code rows} are equal to those it was built of. */
    HnswEngine withEf(FloatMatrix rows, int ef) {
        return new HnswEngine(rows, accumulation, distinct, graph, ef);
    }

    NativeGraph graph() {
        return graph;
    }

    @Override
    public Backend backend() {
        return Backend.HNSW;
    }

    @Override
    public Accumulation accumulation() {
        return accumulation;
    }

    @Override
    public int blockSize(int queries, int threads) {
        return BLOCK;
    }

    /** @throws UnsupportedOperationException if the farthest are asked for */
    @Override
    public void search(QueryBlock block, TopK[] best) {
        if (block.farthest()) {
            throw new UnsupportedOperationException("HNSW finds the nearest rows, not the farthest: use tree or simd.");
        }
        BitSet among = block.among();
        int admitted = among == null ? rows.rows() : among.cardinality();
        for (int q = 0; q < block.size(); q++) {
            if (!searchGraph(block, q, admitted, best[q])) {
                lookAtAll(block, q, best[q]);
            }
        }
    }

    /** False, and nothing offered, where looking at every row is the cheaper way. */
    private boolean searchGraph(QueryBlock block, int q, int admitted, TopK best) {
        double rowsPerAdmitted = rows.rows() / (double) Math.max(1, admitted);
        // One more for the row itself.
        double wanted = Math.max(ef, (best.k() + 1) * rowsPerAdmitted);
        float[] query = null;
        while (wanted * ROWS_PER_CANDIDATE < admitted && wanted < graph.points()) {
            int count = (int) wanted;
            query = query == null ? space.query(block.vectors(), q * rows.columns()) : query;
            long[] points = graph.nearest(query, count, count);
            if (points != null && admits(block, q, points, best.k())) {
                offer(block, q, points, best);
                return true;
            }
            wanted *= 4;
        }
        return false;
    }

    private boolean admits(QueryBlock block, int q, long[] points, int wanted) {
        int found = 0;
        for (int p = 0; p < points.length && found < wanted; p++) {
            int end = distinct.end((int) points[p]);
            for (int place = distinct.begin((int) points[p]); place < end && found < wanted; place++) {
                found += block.admits(q, distinct.row(place)) ? 1 : 0;
            }
        }
        return found >= wanted;
    }

    private void offer(QueryBlock block, int q, long[] points, TopK best) {
        for (long point : points) {
            int end = distinct.end((int) point);
            for (int place = distinct.begin((int) point); place < end; place++) {
                offer(block, q, distinct.row(place), best);
            }
        }
    }

    private void lookAtAll(QueryBlock block, int q, TopK best) {
        if (block.among() == null) {
            for (int row = 0; row < rows.rows(); row++) {
                offer(block, q, row, best);
            }
        } else {
            block.among().stream().forEach(row -> offer(block, q, row, best));
        }
    }

    private void offer(QueryBlock block, int q, int row, TopK best) {
        if (block.admits(q, row)) {
            int columns = rows.columns();
            float sum = accumulation.of(rows.values(), row * columns, block.vectors(), q * columns, columns);
            best.offer(block.sign() * sum, row);
        }
    }
}
