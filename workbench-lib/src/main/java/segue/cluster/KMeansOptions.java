package segue.cluster;

/**
 * How k-means works.
 *
 * @param k clusters, 1 to 65,536, at most as many as there are different rows
 * @param starts that are tried on a sample of the rows before the best of them goes on, 1 to 1,000
 * @param iterations most passes over the rows, 1 to 10,000
 * @param seed of everything that is random
 * @param threads that work on it, 1 to 1,024; the clusters are the same for any number of them
 */
public record KMeansOptions(int k, int starts, int iterations, long seed, int threads) {
    /** @throws IllegalArgumentException if a value is out of its range */
    public KMeansOptions {
        require("k", k, 1, 65_536);
        require("starts", starts, 1, 1_000);
        require("iterations", iterations, 1, 10_000);
        require("threads", threads, 1, 1_024);
    }

    /** 8 clusters, 32 starts, at most 300 passes, seed 42, a thread a processor. */
    public static KMeansOptions defaults() {
        return new KMeansOptions(8, 32, 300, 42, Runtime.getRuntime().availableProcessors());
    }

    public KMeansOptions withK(int other) {
        return new KMeansOptions(other, starts, iterations, seed, threads);
    }

    public KMeansOptions withStarts(int other) {
        return new KMeansOptions(k, other, iterations, seed, threads);
    }

    public KMeansOptions withIterations(int other) {
        return new KMeansOptions(k, starts, other, seed, threads);
    }

    public KMeansOptions withSeed(long other) {
        return new KMeansOptions(k, starts, iterations, other, threads);
    }

    public KMeansOptions onThreads(int other) {
        return new KMeansOptions(k, starts, iterations, seed, other);
    }

    static void require(String name, int value, int low, int high) {
        if (value < low || value > high) {
            throw new IllegalArgumentException(
                    "%s must be in [%,d, %,d] but was %,d".formatted(name, low, high, value));
        }
    }
}
