package segue.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/** Threads that ask questions. An interrupt ends the work between two of them. */
final class Workers implements AutoCloseable {
    private final ExecutorService threads;

    Workers(int threads) {
        this.threads = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().name("segue-evaluate-", 1).daemon().factory());
    }

    /** Does work 0 to {@code tasks - 1}, each once, in any order. */
    void each(int tasks, IntConsumer work) {
        List<Callable<Void>> calls = new ArrayList<>(tasks);
        for (int i = 0; i < tasks; i++) {
            int task = i;
            calls.add(() -> {
                work.accept(task);
                return null;
            });
        }
        try {
            for (Future<Void> done : threads.invokeAll(calls)) {
                done.get();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the evaluation was stopped");
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                default -> throw new IllegalStateException(failed.getCause());
            }
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
