package segue.cli;

import picocli.CommandLine.Option;

/** The options that every computing command has: how many threads, and whether the result is told as JSON. */
final class Work {
    private static final int MOST_THREADS = 1024;

    @Option(names = "--threads", paramLabel = "N", description = "threads to compute with (default: every core)")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--json", description = "print one JSON object on stdout")
    boolean json;

    int threads() {
        if (threads < 1 || threads > MOST_THREADS) {
            throw new IllegalArgumentException(
                    "--threads must be in [1, %d] but was %d".formatted(MOST_THREADS, threads));
        }
        return threads;
    }

    static double secondsSince(long startNanos) {
        return Math.round((System.nanoTime() - startNanos) / 1e3) / 1e6;
    }
}
