package segue.neighbors;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Has blocks of items worked on by several threads, of which the caller's is one; an interrupt of it stops them all. */
public final class ParallelBlocks {
    /** Works on the items {@code from} to {@code to}, exclusive; called by several threads at once. */
    @FunctionalInterface
    public interface Work {
        void on(int from, int to);
    }

    private final int items;
    private final int blockSize;
    private final ProgressListener progress;
    private final Work work;
    private final AtomicInteger nextBlock = new AtomicInteger();
    private volatile boolean stopped;
    private int done;

    private ParallelBlocks(int items, int blockSize, ProgressListener progress, Work work) {
        this.items = items;
        this.blockSize = blockSize;
        this.progress = progress;
        this.work = work;
    }

    /**
     * Works on all of {@code items}, in blocks of {@code blockSize}.
     *
     * @param what the items are called, "queries" for instance
     * @param progress is told of every block that is done, by one thread at a time
     * @throws CancellationException if the thread is interrupted; it stays marked as interrupted
     */
    public static void run(int items, String what, int blockSize, int threads, ProgressListener progress, Work work) {
        ParallelBlocks blocks = new ParallelBlocks(items, blockSize, progress, work);
        blocks.runOn((int) Math.min(threads, ((long) items + blockSize - 1) / blockSize));
        if (blocks.stopped) {
            Thread.currentThread().interrupt();
            throw new CancellationException(
                    "the search was interrupted after %,d of %,d %s".formatted(blocks.done, items, what));
        }
    }

    private void runOn(int workers) {
        if (workers <= 1) {
            takeBlocks();
            return;
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(
                workers - 1,
                Thread.ofPlatform().name("segue-search-", 1).daemon().factory())) {
            List<Future<?>> others = new ArrayList<>();
            for (int i = 1; i < workers; i++) {
                others.add(pool.submit(this::takeBlocks));
            }
            takeBlocks();
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

    private void takeBlocks() {
        boolean finished = false;
        try {
            long from = (long) nextBlock.getAndIncrement() * blockSize;
            while (from < items && !stopped) {
                if (Thread.interrupted()) {
                    stopped = true;
                    return;
                }
                int to = (int) Math.min(from + blockSize, items);
                work.on((int) from, to);
                report(to - (int) from);
                from = (long) nextBlock.getAndIncrement() * blockSize;
            }
            finished = true;
        } finally {
            // A failure, in a listener for instance, ends the work of the others too.
            stopped |= !finished;
        }
    }

    private synchronized void report(int more) {
        done += more;
        progress.answered(done, items);
    }
}
