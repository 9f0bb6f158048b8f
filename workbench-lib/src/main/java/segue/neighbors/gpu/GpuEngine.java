package segue.neighbors.gpu;

import static segue.neighbors.gpu.Portion.at;

import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import jcuda.driver.CUdeviceptr;
import jcuda.driver.JCudaDriver;
import segue.matrix.FloatMatrix;
import segue.neighbors.Accumulation;
import segue.neighbors.Backend;
import segue.neighbors.QueryBlock;
import segue.neighbors.SearchEngine;
import segue.neighbors.TopK;

/**
 * Brute force on the card. The rows stand there from the beginning; queries go in portions that fit beside them. Memory on
 * the card is given back by {@link #close}, or once the engine is unreachable.
 */
public final class GpuEngine implements SearchEngine, AutoCloseable {
    private static final Cleaner CLEANER = Cleaner.create();

    /** A pass finds so many; where more are asked for, the next goes on behind the last one found. */
    static final int MOST_AT_A_TIME = 1024;

    private static final long WORK_BYTES = 512L << 20;
    private static final int MOST_QUERIES = 1 << 16;
    private static final int FEWEST_QUERIES = 512;

    /** Columns of pairs in a block, so that an interrupt is heard after about a tenth of a second on a big card. */
    private static final long WORK = 1L << 40;

    private final Card card;
    private final FloatMatrix matrix;
    private final Accumulation accumulation;
    private final Kernels.Searching kernel;
    private final Screen screen;
    private final CardRows rows;
    private final Cleaner.Cleanable cleanable;

    /** @throws GpuException with the reason, if there is no card that can be used or its memory is too small for the rows */
    public GpuEngine(FloatMatrix rows, Accumulation accumulation) {
        GpuSupport.unavailableReason().ifPresent(reason -> {
            throw new GpuException(reason);
        });
        this.card = Card.get();
        this.matrix = rows;
        this.accumulation = accumulation;
        this.kernel = Kernels.searching(Screen.kind(accumulation), rows.columns());
        this.screen = new Screen(rows, accumulation, kernel.stride());
        this.rows = new CardRows(card, rows, screen);
        this.cleanable = CLEANER.register(this, this.rows);
    }

    @Override
    public Backend backend() {
        return Backend.GPU;
    }

    @Override
    public Accumulation accumulation() {
        return accumulation;
    }

    /** As many as keep the card busy, in equal blocks, and on several threads at least four, to overlap. */
    @Override
    public int blockSize(int queries, int threads) {
        long bearable = WORK / Math.max(1, (long) matrix.rows() * kernel.stride());
        int most = Math.clamp(bearable, FEWEST_QUERIES, MOST_QUERIES);
        int blocks = (queries + most - 1) / most;
        if (threads > 1) {
            blocks = Math.max(blocks, Math.min(4, queries / (8 * FEWEST_QUERIES)));
        }
        return (queries + Math.max(1, blocks) - 1) / Math.max(1, blocks);
    }

    @Override
    public void search(QueryBlock block, TopK[] best) {
        card.enter();
        Lane lane = card.takeLane();
        try {
            CUdeviceptr candidates = lane.candidates(block.among());
            int count = block.among() == null ? matrix.rows() : lane.candidateCount();
            int k = best[0].k();
            for (int from = 0; from < block.size(); ) {
                Portion portion = portion(lane, block.size() - from, count, Math.min(k, MOST_AT_A_TIME));
                search(lane, portion, block, from, best, candidates, count);
                from += portion.queries();
            }
        } finally {
            card.giveBack(lane);
            // The rows must not be given back while the card reads them.
            Reference.reachabilityFence(this);
        }
    }

    /** As many of the queries as fit the memory there is. */
    private Portion portion(Lane lane, int queries, int count, int k) {
        long budget = Math.min(WORK_BYTES, lane.bytes() + card.freeBytes() / 2);
        for (int some = queries; ; some = (some + 1) / 2) {
            Portion portion = new Portion(kernel, screen.changesQueries(), some, k, parts(some, count, k));
            if (portion.bytes() <= budget || some == 1) {
                return portion;
            }
        }
    }

    private int tiles(int count) {
        return (count + kernel.tileRows() - 1) / kernel.tileRows();
    }

    private int parts(int queries, int count, int k) {
        int[] blocks = new int[1];
        Card.check(
                JCudaDriver.cuOccupancyMaxActiveBlocksPerMultiprocessor(
                        blocks, card.function(kernel.name()), kernel.threads(), kernel.sharedBytes(k)),
                "plan a search");
        int atOnce = Math.max(1, blocks[0]) * card.multiprocessors();
        return Partition.parts(groups(queries), tiles(count), atOnce, k);
    }

    private int groups(int queries) {
        return (queries + kernel.queries() - 1) / kernel.queries();
    }

    private void search(
            Lane lane, Portion portion, QueryBlock block, int from, TopK[] best, CUdeviceptr candidates, int count) {
        CUdeviceptr memory = lane.memory(portion.bytes());
        send(lane, portion, memory, block, from);
        lane.fill(at(memory, portion.afterAt()), 0, 2L * portion.queries());
        int k = best[from].k();
        for (int found = 0; found < k; found += portion.k()) {
            lane.fill(at(memory, portion.boundsAt()), -1, portion.queries());
            lane.launch(
                    kernel.name(),
                    groups(portion.queries()),
                    portion.parts(),
                    kernel.threads(),
                    kernel.sharedBytes(portion.k()),
                    Arguments.ofSearch(
                            rows.view(block.sign()),
                            portion,
                            memory,
                            candidates,
                            block.sign(),
                            screen.slack(),
                            accumulation,
                            count,
                            Partition.step(tiles(count))));
            lane.launch(
                    Kernels.MERGE, portion.queries(), 1, Kernels.MERGE_THREADS, 0, Arguments.ofMerge(portion, memory));
            lane.fromCard(at(memory, portion.keysAt()), portion.answerBytes());
            take(lane, portion, from, best, Math.min(portion.k(), k - found));
        }
    }

    private void send(Lane lane, Portion portion, CUdeviceptr memory, QueryBlock block, int from) {
        int columns = matrix.columns();
        int stride = kernel.stride();
        long bytes = Math.max(portion.sentBytes(), portion.answerBytes());
        ByteBuffer host = lane.host(Math.toIntExact(bytes));
        FloatBuffer floats = host.asFloatBuffer();
        float[] padded = new float[stride];
        for (int q = 0; q < portion.queries(); q++) {
            int at = (from + q) * columns;
            System.arraycopy(block.vectors(), at, padded, 0, columns);
            floats.put(q * stride, padded);
            if (screen.changesQueries()) {
                screen.query(block.vectors(), at, block.sign(), padded, 0);
                floats.put((int) portion.hotAt() / 4 + q * stride, padded);
            }
            host.putFloat((int) portion.offsetsAt() + 4 * q, screen.offset(block.vectors(), at, block.sign()));
            host.putInt((int) portion.selvesAt() + 4 * q, block.selves()[from + q]);
        }
        lane.toCard(memory, portion.sentBytes());
    }

    private static void take(Lane lane, Portion portion, int from, TopK[] best, int wanted) {
        ByteBuffer answer = lane.host(Math.toIntExact(portion.answerBytes()));
        int rowsAt = (int) (portion.rowsAt() - portion.keysAt());
        for (int q = 0; q < portion.queries(); q++) {
            // The worst first: each that follows stays at the bottom of the heap.
            for (int i = wanted - 1; i >= 0; i--) {
                int at = 4 * (q * portion.k() + i);
                int row = answer.getInt(rowsAt + at);
                if (row >= 0) {
                    best[from + q].offer(answer.getFloat(at), row);
                }
            }
        }
    }

    /** Gives the memory on the card back; the engine is not to be used any more. */
    @Override
    public void close() {
        cleanable.clean();
    }
}
