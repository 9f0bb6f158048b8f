package segue.neighbors;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
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
    private final int blockSize;
    private final AtomicInteger nextBlock = new AtomicInteger();
    private volatile boolean stopped;
    private int answered;

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
        this.blockSize = engine.blockSize(queries.rows(), search.threads());
    }

    static NeighborTable table(int queries, int k) {
        if ((long) queries * k > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "%,d queries with %,d neighbours each are more than one table holds (%,d): ask for fewer at a time"
                            .formatted(queries, k, Integer.MAX_VALUE));
        }
        return new NeighborTable(queries, k, new int[queries * k], new float[queries * k]);
    }

    /** @throws CancellationException if the thread is interrupted */
    void run() {
        int workers = Math.min(search.threads(), (queries.rows() + blockSize - 1) / blockSize);
        if (workers <= 1) {
            work();
        } else {
            runOn(workers);
        }
        if (stopped) {
            Thread.currentThread().interrupt();
            throw new CancellationException(
                    "the search was interrupted after %,d of %,d queries".formatted(answered, queries.rows()));
        }
    }

    private void runOn(int workers) {
        try (ExecutorService pool = Executors.newFixedThreadPool(
                workers - 1,
                Thread.ofPlatform().name("segue-search-", 1).daemon().factory())) {
            List<Future<?>> others = new ArrayList<>();
            for (int i = 1; i < workers; i++) {
                others.add(pool.submit(this::work));
            }
            work();
            for (Future<?> other : others) {
                await(other);
            }
            // Where the others took every block, this thread has not looked yet.
            stopped |= Thread.interrupted();
        }
    }

    private void await(Future<?> worker) {
        try {
            worker.get();
        } catch (InterruptedException interrupted) {
            stopped = true;
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failure.getCause());
        }
    }

    private void work() {
        boolean done = false;
        try {
            int from = nextBlock.getAndIncrement() * blockSize;
            while (from >= 0 && from < queries.rows() && !stopped) {
                if (Thread.interrupted()) {
                    stopped = true;
                    return;
                }
                answer(from, Math.min(from + blockSize, queries.rows()));
                from = nextBlock.getAndIncrement() * blockSize;
            }
            done = true;
        } finally {
            // A failure, in a listener for instance, ends the work of the others too.
            stopped |= !done;
        }
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
        report(numbers.length);
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

    private synchronized void report(int more) {
        answered += more;
        search.progress().answered(answered, queries.rows());
    }
}
