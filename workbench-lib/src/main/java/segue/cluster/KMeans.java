package segue.cluster;

import java.util.Arrays;
import java.util.Comparator;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import segue.matrix.FloatMatrix;
import segue.progress.Progress;

/**
 * k-means: k points such that rows are, squared and summed, as near as can be to the nearest of them. Several starts are tried
 * on a sample of the rows; the best one goes on with all of them.
 *
 * <p>S. Lloyd, Least squares quantization in PCM, 1982.
 */
public final class KMeans {
    /** Differences of larger values could overflow when they are squared and summed. */
    private static final float LARGEST = 1e16f;

    /** A pass of so many multiplications takes a while; shorter ones show no progress. */
    private static final double LONG_PASS = 2e8;

    private KMeans() {}

    /**
     * Finds clusters; the same ones for a seed on any number of threads, with and without vectors.
     *
     * @param rows shape {@code (rows, columns)}, on one scale
     * @throws IllegalArgumentException if there are fewer different rows than clusters, no columns, or values beyond 1e16
     * @throws CancellationException if the thread is interrupted; it stays marked as interrupted
     */
    public static Clusters fit(FloatMatrix rows, KMeansOptions options) {
        check(rows, options.k());
        double multiplications = (double) rows.rows() * rows.columns() * options.k();
        if (multiplications < LONG_PASS) {
            return fit(rows, options, CentroidScan.best(), (pass, inertia) -> {});
        }
        try (Progress progress = Progress.begin("k-means, k = " + options.k())) {
            progress.say("trying %,d starts".formatted(options.starts()));
            return fit(
                    rows,
                    options,
                    CentroidScan.best(),
                    (pass, inertia) -> progress.step("inertia %,.6g".formatted(inertia)));
        }
    }

    private static void check(FloatMatrix rows, int k) {
        if (rows.columns() == 0) {
            throw new IllegalArgumentException("clusters need at least one column but there is none");
        }
        if (rows.rows() < k) {
            throw new IllegalArgumentException(
                    "%,d clusters need as many rows but there are %,d".formatted(k, rows.rows()));
        }
        float[] values = rows.values();
        for (int i = 0; i < values.length; i++) {
            if (Math.abs(values[i]) > LARGEST) {
                throw new IllegalArgumentException(
                        "row %d, column %d is %s: squared distances of such values overflow; put the columns on one scale"
                                .formatted(i / rows.columns(), i % rows.columns(), values[i]));
            }
        }
        int different = DifferentRows.upTo(k, rows);
        if (different < k) {
            throw new IllegalArgumentException(
                    "%,d clusters need as many different rows but there are only %,d".formatted(k, different));
        }
    }

    static Clusters fit(FloatMatrix rows, KMeansOptions options, CentroidScan scan, Lloyd.Listener listener) {
        int[] passes = new int[1];
        try {
            float[] start = Starts.best(rows, options, scan);
            Lloyd lloyd = new Lloyd(rows, Tiles.of(rows), start, options.threads(), scan)
                    .run(options.iterations(), (pass, inertia) -> {
                        passes[0] = pass;
                        listener.passed(pass, inertia);
                    });
            return largestFirst(lloyd, rows);
        } catch (CancellationException interrupted) {
            throw new CancellationException(
                    "k-means was interrupted after %,d passes over the rows".formatted(passes[0]));
        }
    }

    /** Numbers clusters by their size. */
    private static Clusters largestFirst(Lloyd lloyd, FloatMatrix rows) {
        int k = lloyd.counts().length;
        int columns = rows.columns();
        int[] order = IntStream.range(0, k)
                .boxed()
                .sorted(Comparator.comparingInt(cluster -> -lloyd.counts()[cluster]))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] number = new int[k];
        float[] centroids = new float[k * columns];
        for (int i = 0; i < k; i++) {
            number[order[i]] = i;
            System.arraycopy(lloyd.centroids(), order[i] * columns, centroids, i * columns, columns);
        }
        int[] labels = Arrays.copyOf(lloyd.labels(), rows.rows());
        Arrays.setAll(labels, row -> number[labels[row]]);
        return new Clusters(labels, FloatMatrix.wrap(k, columns, centroids), lloyd.inertia(), lloyd.passes());
    }
}
