package segue.neighbors;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import segue.matrix.FloatMatrix;
import segue.neighbors.cells.CellEngine;
import segue.neighbors.cells.Probes;
import segue.neighbors.simd.SimdEngine;

/**
 * The k nearest other rows of every row, or nearly: the k-NN graph for as much recall as is asked for, in a fraction of the
 * time of the exact one.
 *
 * <pre>{@code
 * ApproximateGraph found = ApproximateGraph.of(songs, Metric.EUCLIDEAN, ApproximateGraph.Options.defaults());
 * found.graph().of(17).rows();                 // the ten nearest of row 17, nearly always
 * found.recall().value();                      // what share of the truth the graph holds, measured on 1,000 rows
 * }</pre>
 *
 * <p>Rows are parted into cells around centroids (k-means); a row looks into the cells whose centroids are nearest to it,
 * as many as a sample of rows, whose true neighbours are known, needs for the recall. Distances are those of the exact back
 * ends to the last bit, and of equally distant rows that were seen the smaller come first. A graph is the same for a seed,
 * on any number of threads, with vectors or without.
 *
 * <p>H. Jégou, M. Douze and C. Schmid, Product quantization for nearest neighbor search, 2011: the inverted file.
 *
 * @param graph {@code rows} times {@code min(k, rows - 1)} neighbours, nearest first
 * @param recall measured against an exact search, on rows that had no part in choosing how much to look at
 * @param cells that the rows were parted into; 1 where the graph is exact, as that was no slower: few rows, or a recall that
 *     needs a fifth of the cells (the dot product, data without clusters)
 * @param probes cells that a row looked into
 * @param comparisons distances computed for the graph, those to centroids too, those for the sample not
 */
public record ApproximateGraph(NeighborTable graph, Recall recall, int cells, int probes, long comparisons) {
    /** Rows whose true neighbours tell how many cells to look into. */
    private static final int ROWS_TO_PROBE = 500;

    /** Further rows that recall is measured on. */
    private static final int ROWS_TO_JUDGE = 1_000;

    /** Beyond this share of the cells a scan of all rows, which reads them in order, is as quick: measured. */
    private static final double SHARE_OF_CELLS = 0.2;

    /**
     * What graph is wanted.
     *
     * @param k neighbours of each row, at least 0; useful: 10 for a graph, 90 for t-SNE of perplexity 30
     * @param recall share of the true neighbours to find, above 0 and up to 1; useful: 0.9 to 0.999
     * @param seed of the samples
     * @param threads that work on it, 1 to 1,024
     * @param progress is told how many rows have their neighbours
     */
    public record Options(int k, double recall, long seed, int threads, ProgressListener progress) {
        /** @throws IllegalArgumentException if a value is out of its range */
        public Options {
            Search.nearest(k).onThreads(threads);
            if (!(recall > 0 && recall <= 1)) {
                throw new IllegalArgumentException("recall must be in (0, 1] but was " + recall);
            }
        }

        /** Ten neighbours, 99 of 100 of them true, on every core. */
        public static Options defaults() {
            Search search = Search.nearest(10);
            return new Options(search.k(), 0.99, 42, search.threads(), ProgressListener.NONE);
        }

        public Options withK(int k) {
            return new Options(k, recall, seed, threads, progress);
        }

        public Options withRecall(double recall) {
            return new Options(k, recall, seed, threads, progress);
        }

        public Options withSeed(long seed) {
            return new Options(k, recall, seed, threads, progress);
        }

        public Options onThreads(int threads) {
            return new Options(k, recall, seed, threads, progress);
        }

        public Options reporting(ProgressListener progress) {
            return new Options(k, recall, seed, threads, progress);
        }
    }

    /** By a metric without weights. */
    public static ApproximateGraph of(FloatMatrix data, Metric metric, Options options) {
        return of(data, new Distance(metric), options);
    }

    /**
     * The graph of the rows of {@code data}.
     *
     * @throws IllegalArgumentException if the distance has another number of weights than the data has columns
     * @throws java.util.concurrent.CancellationException if the thread is interrupted; it stays marked as interrupted
     */
    public static ApproximateGraph of(FloatMatrix data, Distance distance, Options options) {
        PreparedRows prepared = new PreparedRows(data, 0, distance);
        FloatMatrix rows = prepared.rows();
        Accumulation accumulation = distance.metric().accumulation();
        int size = rows.rows();
        int k = Math.clamp(size - 1, 0, options.k());
        NeighborTable graph = Batch.table(size, k);
        if (k == 0) {
            return new ApproximateGraph(graph, new Recall(1, 0, 0), Math.min(size, 1), 1, 0);
        }
        int[] sample = sample(size, options.seed());
        Search search = Search.nearest(k).onThreads(options.threads());
        SearchEngine bruteForce = bruteForce(rows, accumulation);
        NeighborTable exact = Batch.table(sample.length, k);
        new Batch(bruteForce, prepared, rows.selectRows(sample), sample, search, exact).run();
        CellEngine cells = new CellEngine(rows, accumulation, options.seed(), options.threads());
        int toProbe = Math.min(ROWS_TO_PROBE, sample.length / 3);
        cells.probe(Probes.forRecall(options.recall(), cells, Arrays.copyOf(sample, toProbe), exact));
        boolean byCells = cells.probes() <= SHARE_OF_CELLS * cells.cells();
        int[] selves = IntStream.range(0, size).toArray();
        search = search.reporting(options.progress());
        new Batch(byCells ? cells : bruteForce, prepared, rows, selves, search, graph).run();
        Recall recall = Recall.of(
                rows(graph, Arrays.copyOfRange(sample, toProbe, sample.length)),
                rows(exact, IntStream.range(toProbe, sample.length).toArray()));
        float sign = accumulation.sign(false);
        float[] distances = graph.distances();
        for (int i = 0; i < distances.length; i++) {
            distances[i] = distance.metric().distance(sign * distances[i]);
        }
        return byCells
                ? new ApproximateGraph(graph, recall, cells.cells(), cells.probes(), cells.comparisons())
                : new ApproximateGraph(graph, recall, 1, 1, (long) size * size);
    }

    private static int[] sample(int rows, long seed) {
        Random random = new Random(seed ^ 0x5e60e);
        return random.ints(0, rows)
                .distinct()
                .limit(Math.min(rows, ROWS_TO_PROBE + ROWS_TO_JUDGE))
                .toArray();
    }

    /** What computed the distances, and how near the graph is to the exact one. */
    public Choice choice() {
        return new Choice(
                Backend.AUTO.resolve(),
                cells == 1
                        ? "Approximate was asked for, but an exact search of all rows is as quick here: the graph is exact."
                        : ("The graph is approximate: each row was compared with %,d of %,d cells of rows, and %.2f %% of"
                                        + " the true neighbours of %,d rows were found.")
                                .formatted(probes, cells, 100 * recall.value(), recall.queries()));
    }

    private static SearchEngine bruteForce(FloatMatrix rows, Accumulation accumulation) {
        return Backend.SIMD.unavailableReason().isEmpty()
                ? new SimdEngine(rows, accumulation)
                : new ScalarEngine(rows, accumulation);
    }

    private static NeighborTable rows(NeighborTable table, int[] numbers) {
        NeighborTable some = Batch.table(numbers.length, table.k());
        for (int i = 0; i < numbers.length; i++) {
            int from = numbers[i] * table.k();
            System.arraycopy(table.rows(), from, some.rows(), i * table.k(), table.k());
            System.arraycopy(table.distances(), from, some.distances(), i * table.k(), table.k());
        }
        return some;
    }
}
