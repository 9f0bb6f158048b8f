package segue.neighbors;

import java.util.Arrays;
import segue.matrix.FloatMatrix;

/** Cuts queries into blocks and has an engine answer them on several threads; fills a table with rows and keys. */
final class Batch {
    private final SearchEngine engine;
    private final PreparedRows prepared;
    private final FloatMatrix queries;
    private final int[] selves;
    private final Search search;
    private final NeighborTable table;
    private final float sign;
    private final int[] order;

    /** @param selves of each query the row to leave out, or -1 */
    Batch(
            SearchEngine engine,
            PreparedRows prepared,
            FloatMatrix queries,
            int[] selves,
            Search search,
            NeighborTable table) {
        this.engine = engine;
        this.prepared = prepared;
        this.queries = queries;
        this.selves = selves;
        this.search = search;
        this.table = table;
        this.sign = engine.accumulation().sign(search.farthest());
        this.order = queries.rows() > 1 ? engine.order(queries) : null;
    }

    static NeighborTable table(int queries, int k) {
        if ((long) queries * k > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "%,d queries with %,d neighbours each are more than one table holds (%,d): ask for fewer at a time"
                            .formatted(queries, k, Integer.MAX_VALUE));
        }
        return new NeighborTable(queries, k, new int[queries * k], new float[queries * k]);
    }

    /** @throws java.util.concurrent.CancellationException if the thread is interrupted */
    void run() {
        int blockSize = engine.blockSize(queries.rows(), search.threads());
        ParallelBlocks.run(queries.rows(), "queries", blockSize, search.threads(), search.progress(), this::answer);
    }

    private void answer(int from, int to) {
        int[] numbers = new int[to - from];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = order == null ? from + i : order[from + i];
        }
        QueryBlock block = block(numbers);
        TopK[] best = new TopK[numbers.length];
        Arrays.setAll(best, i -> new TopK(table.k()));
        engine.search(block, best);
        for (int i = 0; i < numbers.length; i++) {
            if (prepared.isDirectionless(queries, numbers[i])) {
                best[i] = allAlike(block, i);
            }
            int found = best[i].drain(table.rows(), table.distances(), numbers[i] * table.k());
            if (found < table.k()) {
                throw new IllegalStateException("the engine %s offered %d rows where %d were asked for"
                        .formatted(engine.getClass().getSimpleName(), found, table.k()));
            }
        }
    }

    private QueryBlock block(int[] numbers) {
        int columns = queries.columns();
        float[] vectors = new float[numbers.length * columns];
        int[] self = new int[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            System.arraycopy(queries.values(), numbers[i] * columns, vectors, i * columns, columns);
            self[i] = selves[numbers[i]];
        }
        return new QueryBlock(vectors, self, search.farthest(), sign, search.among());
    }

    /** For a vector without direction: every row is at cosine distance 1, half a squared distance of 2. */
    private TopK allAlike(QueryBlock block, int query) {
        TopK first = new TopK(table.k());
        for (int row = 0, left = table.k(); left > 0; row++) {
            if (block.admits(query, row)) {
                first.offer(2 * sign, row);
                left--;
            }
        }
        return first;
    }
}
