package segue.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import segue.cluster.KChoice.Candidate;
import segue.matrix.FloatMatrix;
import segue.neighbors.ParallelBlocks;
import segue.neighbors.RowSample;
import segue.progress.Progress;

/**
 * How many clusters there are, asked three ways on samples of the rows. The gap statistic chooses: the k from which further
 * clusters are no tighter than they are in noise that has none. Two judges may object: the silhouette, how much nearer rows are
 * to their own cluster than to the next, and stability, whether another sample has the same clusters. Many data have no clear k,
 * and are told so.
 *
 * <pre>{@code
 * KChoice choice = ChooseK.among(catalog.points(), ChooseKOptions.defaults());
 * choice.why();                                      // "no clear k: ..."
 * KMeans.fit(catalog.points(), KMeansOptions.defaults().withK(choice.k()));
 * }</pre>
 *
 * <p>P. Rousseeuw, Silhouettes, 1987; R. Tibshirani, G. Walther, T. Hastie, Estimating the number of clusters in a data set via
 * the gap statistic, 2001 (references of kind b, along the principal axes); U. von Luxburg, Clustering stability, 2010, with the
 * adjusted {@linkplain RandIndex Rand index}.
 */
public final class ChooseK {
    private static final int SILHOUETTE_ROWS = 2_000;
    private static final int REFERENCES = 10;
    private static final int PAIRS = 6;
    private static final int STARTS = 4;
    /** References only say how far inertia falls; they need no best clusters. */
    private static final int STARTS_OF_REFERENCES = 2;

    private static final int PASSES = 50;

    private final ChooseKOptions options;
    private final FloatMatrix sample;
    private final Silhouette silhouette;
    private final List<FloatMatrix> references;
    private final List<FloatMatrix> halves = new ArrayList<>();
    private final List<Runnable> work = new ArrayList<>();

    private ChooseK(FloatMatrix rows, ChooseKOptions options) {
        this.options = options;
        Random random = new Random(options.seed());
        this.sample = drawn(rows, options.sample(), random);
        this.silhouette = new Silhouette(drawn(sample, SILHOUETTE_ROWS, random));
        this.references = Reference.of(sample, REFERENCES, random);
        for (int pair = 0; pair < PAIRS; pair++) {
            int size = Math.min(rows.rows(), 2 * options.sample());
            int[] both = RowSample.of(rows.rows(), size, random);
            halves.add(rows.selectRows(Arrays.copyOf(both, size / 2)));
            halves.add(rows.selectRows(Arrays.copyOfRange(both, size / 2, size)));
        }
    }

    private static FloatMatrix drawn(FloatMatrix rows, int size, Random random) {
        return rows.rows() <= size ? rows : rows.selectRows(RowSample.of(rows.rows(), size, random));
    }

    /**
     * Judges every number of clusters in the range of the options; the same for a seed on any number of threads.
     *
     * @param rows shape {@code (rows, columns)}, on one scale, at least four times as many as the largest k
     * @throws IllegalArgumentException if there are too few rows, or too few different ones
     * @throws CancellationException if the thread is interrupted; it stays marked as interrupted
     */
    public static KChoice among(FloatMatrix rows, ChooseKOptions options) {
        if (rows.rows() < 4 * options.high()) {
            throw new IllegalArgumentException(
                    "to judge up to %,d clusters needs at least %,d rows but there are %,d: ask for fewer clusters"
                            .formatted(options.high(), 4 * options.high(), rows.rows()));
        }
        return new ChooseK(rows, options).run();
    }

    private KChoice run() {
        int count = options.high() - options.low() + 1;
        double[] inertias = new double[options.high() + 1];
        double[][] expected = new double[options.high() + 1][REFERENCES];
        double[][] agreements = new double[count][PAIRS];
        MeanAndError[] silhouettes = new MeanAndError[count];
        for (int k = options.high(); k >= options.low(); k--) {
            int of = k;
            int at = k - options.low();
            work.add(() -> {
                Clusters clusters = fit(sample, of, STARTS);
                inertias[of] = clusters.inertia();
                silhouettes[at] = silhouette.of(clusters);
            });
            for (int pair = 0; pair < PAIRS; pair++) {
                int p = pair;
                work.add(() -> agreements[at][p] = agreement(halves.get(2 * p), halves.get(2 * p + 1), of));
            }
            for (int reference = 0; reference < REFERENCES; reference++) {
                int r = reference;
                work.add(() -> expected[of][r] = Math.log(
                        fit(references.get(r), of, STARTS_OF_REFERENCES).inertia()));
            }
        }
        work.add(() -> inertias[1] = fit(sample, 1, 1).inertia());
        IntStream.range(0, REFERENCES)
                .forEach(r -> work.add(() ->
                        expected[1][r] = Math.log(fit(references.get(r), 1, 1).inertia())));
        runAll();
        MeanAndError one = gap(inertias[1], expected[1]);
        List<Candidate> curve = new ArrayList<>();
        for (int k = options.low(); k <= options.high(); k++) {
            int at = k - options.low();
            MeanAndError gap = gap(inertias[k], expected[k]);
            MeanAndError stability = MeanAndError.of(agreements[at]);
            curve.add(new Candidate(
                    k,
                    silhouettes[at].mean(),
                    silhouettes[at].error(),
                    gap.mean() - one.mean(),
                    gap.error(),
                    stability.mean(),
                    stability.error()));
        }
        return KChoice.from(curve);
    }

    private void runAll() {
        try (Progress progress = Progress.begin("choosing k", work.size())) {
            ParallelBlocks.run(
                    work.size(),
                    "trials",
                    1,
                    options.threads(),
                    (done, total) -> progress.stepTo(done),
                    (from, to) -> work.subList(from, to).forEach(Runnable::run));
        } catch (CancellationException interrupted) {
            throw new CancellationException("choosing k was interrupted");
        }
    }

    private Clusters fit(FloatMatrix rows, int k, int starts) {
        KMeansOptions how = KMeansOptions.defaults()
                .withK(k)
                .withStarts(starts)
                .withIterations(PASSES)
                .withSeed(options.seed())
                .onThreads(1);
        return KMeans.fit(rows, how);
    }

    /** How alike the clusters of two halves divide the second. */
    private double agreement(FloatMatrix one, FloatMatrix other, int k) {
        return RandIndex.adjusted(
                fit(one, k, STARTS).assign(other, 1), fit(other, k, STARTS).labels());
    }

    /** The mean logarithm that references have above the data's; equation 3, and the error of section 3. */
    private static MeanAndError gap(double inertia, double... expected) {
        MeanAndError of = MeanAndError.of(expected);
        double deviation = of.error() * Math.sqrt(expected.length);
        return new MeanAndError(of.mean() - Math.log(inertia), deviation * Math.sqrt(1 + 1.0 / expected.length));
    }
}
