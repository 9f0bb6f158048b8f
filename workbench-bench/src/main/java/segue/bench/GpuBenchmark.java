package segue.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import segue.matrix.FloatMatrix;
import segue.matrix.Npy;
import segue.neighbors.Backend;
import segue.neighbors.Metric;
import segue.neighbors.NeighborIndex;
import segue.neighbors.NeighborTable;
import segue.neighbors.Search;

/**
 * The card against its oracle, then by the clock; {@code bench/gpu} runs it. Writes the vectors and the ids found for the
 * rival to read, and {@code segue.tsv}: what was done, on which data, by which metric, by what, seconds.
 */
public final class GpuBenchmark {
    private static final int K = 10;
    private static final int CHECKED = 64;
    private static final int BATCH = 1_000;

    /** @param graphOnCpu whether two cores end with all pairs before long */
    private record Data(int rows, int columns, boolean graphOnCpu) {
        String name() {
            return "%,d x %d".formatted(rows, columns);
        }

        String file() {
            return rows + "x" + columns;
        }
    }

    private static final List<Data> DATA =
            List.of(new Data(170_653, 13, true), new Data(100_000, 128, false), new Data(1_000_000, 13, false));
    private static final List<Metric> METRICS = List.of(Metric.EUCLIDEAN, Metric.MANHATTAN, Metric.COSINE, Metric.DOT);

    private final Path folder;
    private final PrintWriter table;

    private GpuBenchmark(Path folder, PrintWriter table) {
        this.folder = folder;
        this.table = table;
    }

    /** @param arguments folder for vectors and results; what to divide the rows by, 1 unless it is a mere trial */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        int divisor = Integer.parseInt(arguments[1]);
        Files.createDirectories(folder);
        long seed = System.nanoTime();
        System.out.println("vectors from seed " + seed);
        try (PrintWriter table = new PrintWriter(Files.newBufferedWriter(folder.resolve("segue.tsv")), true)) {
            for (Data whole : DATA) {
                Data data = new Data(whole.rows / divisor, whole.columns, whole.graphOnCpu);
                FloatMatrix vectors = clusters(new Random(seed), data.rows, data.columns);
                GpuBenchmark benchmark = new GpuBenchmark(folder, table);
                Npy.write(folder.resolve(data.file() + ".npy"), vectors);
                for (Metric metric : METRICS) {
                    benchmark.measure(data, vectors, metric);
                }
            }
        }
    }

    /** As songs lie: clusters of different width. */
    private static FloatMatrix clusters(Random random, int rows, int columns) {
        int centres = 500;
        float[] middle = new float[centres * columns];
        for (int i = 0; i < middle.length; i++) {
            middle[i] = (float) random.nextGaussian();
        }
        float[] values = new float[rows * columns];
        for (int row = 0; row < rows; row++) {
            int centre = random.nextInt(centres);
            double width = 0.2 + 0.6 * centre / centres;
            for (int c = 0; c < columns; c++) {
                values[row * columns + c] = (float) (middle[centre * columns + c] + width * random.nextGaussian());
            }
        }
        return FloatMatrix.wrap(rows, columns, values);
    }

    private void measure(Data data, FloatMatrix vectors, Metric metric) throws IOException {
        long before = System.nanoTime();
        NeighborIndex card = NeighborIndex.of(vectors, metric, Backend.GPU);
        double upload = seconds(before);
        FloatMatrix some = vectors.selectRows(
                new Random(1).ints(CHECKED, 0, vectors.rows()).toArray());
        before = System.nanoTime();
        NeighborTable found = card.nearest(some, K);
        double firstAnswer = seconds(before);
        NeighborTable expected =
                NeighborIndex.of(vectors, metric, Backend.SCALAR).nearest(some, K);
        if (!Arrays.equals(found.rows(), expected.rows()) || !Arrays.equals(found.distances(), expected.distances())) {
            throw new IllegalStateException(
                    "%s by %s: the card's answers are not the oracle's".formatted(data.name(), metric.label()));
        }
        Search graph = Search.nearest(K).withoutSelf();
        checkGraph(card.graph(graph), vectors, metric, data.file());
        FloatMatrix batch =
                vectors.selectRows(new Random(2).ints(BATCH, 0, vectors.rows()).toArray());
        write("upload", data, metric, "gpu", upload);
        write("first answer", data, metric, "gpu", firstAnswer);
        int[] turn = {0};
        write(
                "one query",
                data,
                metric,
                "gpu",
                median(200, () -> card.nearest(vectors.row(turn[0]++ % vectors.rows()), K)));
        write("batch of 1,000", data, metric, "gpu", median(30, () -> card.nearest(batch, K)));
        write("all pairs", data, metric, "gpu", median(5, () -> card.graph(graph)));
        write(
                "all pairs with upload",
                data,
                metric,
                "gpu",
                median(3, () -> NeighborIndex.of(vectors, metric, Backend.GPU).graph(graph)));
        NeighborIndex cores = NeighborIndex.of(vectors, metric, Backend.SIMD);
        Search onTwo = Search.nearest(K).onThreads(2);
        write("batch of 1,000", data, metric, "cpu, 2 threads", median(3, () -> cores.search(batch, onTwo)));
        if (data.graphOnCpu && metric != Metric.DOT) {
            NeighborIndex tree = NeighborIndex.of(vectors, metric, Backend.TREE);
            write("all pairs", data, metric, "cpu, 2 threads", median(1, () -> tree.graph(graph.onThreads(2))));
        }
    }

    private void checkGraph(NeighborTable graph, FloatMatrix vectors, Metric metric, String file) throws IOException {
        NeighborIndex oracle = NeighborIndex.of(vectors, metric, Backend.SCALAR);
        for (int row : new Random(3).ints(CHECKED, 0, vectors.rows()).toArray()) {
            if (!Arrays.equals(
                    graph.of(row).rows(),
                    oracle.searchRow(row, Search.nearest(K).withoutSelf()).rows())) {
                throw new IllegalStateException("row %d of the graph by %s is not the oracle's".formatted(row, metric));
            }
        }
        int rows = Math.min(BATCH, graph.queries());
        Npy.write(
                folder.resolve(file + "-" + metric.label() + "-ids.npy"),
                rows,
                graph.k(),
                Arrays.copyOf(graph.rows(), rows * graph.k()));
    }

    /** Seconds, after as many tries as fit half a second, at least one. */
    private static double median(int times, Runnable work) {
        long begin = System.nanoTime();
        do {
            work.run();
        } while (times > 1 && seconds(begin) < 0.5);
        double[] taken = new double[times];
        for (int i = 0; i < times; i++) {
            long before = System.nanoTime();
            work.run();
            taken[i] = seconds(before);
        }
        Arrays.sort(taken);
        return taken[times / 2];
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private void write(String task, Data data, Metric metric, String by, double seconds) {
        String line = String.join("\t", task, data.name(), metric.label(), by, "%.6f".formatted(seconds));
        System.out.println(line);
        table.println(line);
    }
}
