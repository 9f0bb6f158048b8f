package segue.cluster;

/**
 * Which numbers of clusters are judged, and how.
 *
 * @param low fewest clusters, 2 to {@code high}
 * @param high most clusters, up to 200
 * @param sample rows that clusters are found in, 100 to 1,000,000
 * @param seed of everything that is random
 * @param threads that work on it, 1 to 1,024; the answer is the same for any number of them
 */
public record ChooseKOptions(int low, int high, int sample, long seed, int threads) {
    private static final int MOST = 200;

    /** @throws IllegalArgumentException if a value is out of its range */
    public ChooseKOptions {
        KMeansOptions.require("high", high, 2, MOST);
        KMeansOptions.require("low", low, 2, high);
        KMeansOptions.require("sample", sample, 100, 1_000_000);
        KMeansOptions.require("threads", threads, 1, 1_024);
    }

    /** 2 to 12 clusters, samples of 4,000 rows, seed 42, a thread a processor. */
    public static ChooseKOptions defaults() {
        return new ChooseKOptions(2, 12, 4_000, 42, Runtime.getRuntime().availableProcessors());
    }

    /** Judges {@code from} to {@code to} clusters. */
    public ChooseKOptions between(int from, int to) {
        return new ChooseKOptions(from, to, sample, seed, threads);
    }

    public ChooseKOptions withSample(int other) {
        return new ChooseKOptions(low, high, other, seed, threads);
    }

    public ChooseKOptions withSeed(long other) {
        return new ChooseKOptions(low, high, sample, other, threads);
    }

    public ChooseKOptions onThreads(int other) {
        return new ChooseKOptions(low, high, sample, seed, other);
    }
}
