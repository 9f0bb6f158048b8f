package segue.cli;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import picocli.CommandLine.Option;

/** The options that every computing command has: how many threads, and whether the result is told as JSON. */
final class Work {
    @Option(names = "--threads", paramLabel = "N", description = "threads to compute with (default: every core)")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--json", description = "print one JSON object on stdout")
    boolean json;

    int threads() {
        if (threads < 1) {
            throw new IllegalArgumentException("--threads must be at least 1 but was " + threads);
        }
        return threads;
    }

    /** Runs parallel work on as many threads as were asked for. */
    <T> T onThreads(Callable<T> task) throws Exception {
        try (ForkJoinPool pool = new ForkJoinPool(threads())) {
            return pool.submit(task).get();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof Exception exception) {
                throw exception;
            }
            throw failure;
        }
    }

    static double secondsSince(long startNanos) {
        return Math.round((System.nanoTime() - startNanos) / 1e3) / 1e6;
    }
}
