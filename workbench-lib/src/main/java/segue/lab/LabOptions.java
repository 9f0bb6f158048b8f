package segue.lab;

import segue.neighbors.Metric;
import segue.neighbors.Search;

/**
 * What is compared, and how long it may take.
 *
 * @param metric by which distance is measured
 * @param k neighbours of each query, at least 1
 * @param threads that the contenders may use, where they can use more than one, 1 to 1,024
 * @param seconds that one contender may take for one task, more than 0, at most 3,600; all pairs may take three times that
 * @param warmUpSeconds that calls are made before they count, 0 to 3,600; longer while the compiler is at work on them
 * @param buildSeconds that building one contender may take; what would take longer is left out, and said to be
 * @param batch queries in a batch, 1 to 100,000
 */
public record LabOptions(
        Metric metric, int k, int threads, double seconds, double warmUpSeconds, double buildSeconds, int batch) {
    private static final int LARGEST_BATCH = 100_000;
    private static final double LONGEST_SECONDS = 3_600;

    /** @throws IllegalArgumentException if a number is out of its range */
    public LabOptions {
        require(k >= 1, "k must be at least 1 but was " + k);
        require(
                threads >= 1 && threads <= Search.MAX_THREADS,
                "threads must be in [1, %d] but was %d".formatted(Search.MAX_THREADS, threads));
        require(seconds > 0 && seconds <= LONGEST_SECONDS, "seconds must be in (0, 3600] but was " + seconds);
        require(
                warmUpSeconds >= 0 && warmUpSeconds <= LONGEST_SECONDS,
                "warm-up seconds must be in [0, 3600] but was " + warmUpSeconds);
        require(
                buildSeconds > 0 && buildSeconds <= LONGEST_SECONDS,
                "build seconds must be in (0, 3600] but was " + buildSeconds);
        require(batch >= 1 && batch <= LARGEST_BATCH, "batch must be in [1, 100000] but was " + batch);
    }

    private static void require(boolean good, String message) {
        if (!good) {
            throw new IllegalArgumentException(message);
        }
    }

    /** Ten nearest by euclidean distance, in batches of 1,000, on every core: about a minute on two of them. */
    public static LabOptions defaults() {
        int cores = Math.min(Runtime.getRuntime().availableProcessors(), Search.MAX_THREADS);
        return new LabOptions(Metric.EUCLIDEAN, 10, cores, 0.6, 0.4, 30, 1_000);
    }

    public LabOptions withMetric(Metric metric) {
        return new LabOptions(metric, k, threads, seconds, warmUpSeconds, buildSeconds, batch);
    }

    public LabOptions withK(int k) {
        return new LabOptions(metric, k, threads, seconds, warmUpSeconds, buildSeconds, batch);
    }

    public LabOptions withThreads(int threads) {
        return new LabOptions(metric, k, threads, seconds, warmUpSeconds, buildSeconds, batch);
    }

    public LabOptions withSeconds(double seconds) {
        return new LabOptions(metric, k, threads, seconds, warmUpSeconds, buildSeconds, batch);
    }

    public LabOptions withWarmUpSeconds(double warmUpSeconds) {
        return new LabOptions(metric, k, threads, seconds, warmUpSeconds, buildSeconds, batch);
    }

    public LabOptions withBuildSeconds(double buildSeconds) {
        return new LabOptions(metric, k, threads, seconds, warmUpSeconds, buildSeconds, batch);
    }

    public LabOptions withBatch(int batch) {
        return new LabOptions(metric, k, threads, seconds, warmUpSeconds, buildSeconds, batch);
    }
}
