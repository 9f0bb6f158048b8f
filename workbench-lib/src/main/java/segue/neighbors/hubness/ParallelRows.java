package segue.neighbors.hubness;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import segue.neighbors.ProgressListener;

/** Does the same with every row, on several threads; can be interrupted. */
final class ParallelRows {
    private static final int BLOCK = 64;

    private final int rows;
    private final ProgressListener progress;
    private final IntConsumer work;
    private final AtomicInteger next = new AtomicInteger();
    private volatile boolean stopped;
    private int done;

    private ParallelRows(int rows, ProgressListener progress, IntConsumer work) {
        this.rows = rows;
        this.progress = progress;
        this.work = work;
    }

    /** @throws CancellationException if the thread is interrupted; it stays marked as interrupted */
    static void forEach(int rows, int threads, ProgressListener progress, IntConsumer work) {
        new ParallelRows(rows, progress, work).run(Math.min(threads, (rows + BLOCK - 1) / BLOCK));
    }

    private void run(int workers) {
        try (ExecutorService pool = Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().name("segue-rerank-", 1).daemon().factory())) {
            CompletableFuture<?>[] others = new CompletableFuture<?>[Math.max(0, workers - 1)];
            for (int i = 0; i < others.length; i++) {
                others[i] = CompletableFuture.runAsync(this::work, pool);
            }
            work();
            await(CompletableFuture.allOf(others));
        }
        if (stopped) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the work was interrupted after %,d of %,d rows".formatted(done, rows));
        }
    }

    private void await(CompletableFuture<Void> others) {
        try {
            others.get();
            stopped |= Thread.interrupted();
        } catch (InterruptedException interrupted) {
            stopped = true;
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? cause : new CompletionException(failure);
        }
    }

    private void work() {
        boolean finished = false;
        try {
            for (int from = next.getAndAdd(BLOCK); from < rows && !stopped; from = next.getAndAdd(BLOCK)) {
                if (Thread.interrupted()) {
                    stopped = true;
                    return;
                }
                int to = Math.min(from + BLOCK, rows);
                for (int row = from; row < to; row++) {
                    work.accept(row);
                }
                report(to - from);
            }
            finished = true;
        } finally {
            stopped |= !finished;
        }
    }

    private synchronized void report(int more) {
        done += more;
        progress.answered(done, rows);
    }
}
