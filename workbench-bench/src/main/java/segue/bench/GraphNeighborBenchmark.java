package segue.bench;

import java.io.IOException;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import segue.matrix.FloatMatrix;
import segue.neighbors.Accumulation;
import segue.neighbors.Metric;
import segue.neighbors.NeighborIndex;
import segue.neighbors.Neighbors;

/**
 * The ten nearest (euclidean) by graphs, on one thread: one query, and 1,000 one after another. Before timing, the share of
 * the true ten that is found is measured and printed; under 0.95 nothing is timed. Queries are rows of the data.
 */
@State(Scope.Benchmark)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules", "jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED"})
public class GraphNeighborBenchmark {
    private static final int QUERIES = 1_000;
    private static final int K = 10;
    private static final double LEAST_RECALL = .95;

    @Param({"segue", "lucene", "jvector", "hnswlib"})
    String library;

    @Param("50")
    int ef;

    private GraphRival graph;
    private float[][] queries;
    private int next;

    @Setup
    public void open() throws IOException, InterruptedException {
        FloatMatrix data = Vectors.open();
        queries =
                new Random(5).ints(QUERIES, 0, data.rows()).mapToObj(data::row).toArray(float[][]::new);
        long started = System.nanoTime();
        graph = GraphRival.of(library, data);
        double seconds = (System.nanoTime() - started) / 1e9;
        double recall = recall(data);
        System.out.printf("%n# %s, ef %d: built in %.1f s, recall@%d %.4f%n", library, ef, seconds, K, recall);
        if (recall < LEAST_RECALL) {
            throw new IllegalStateException("recall of %s is %.4f: raise ef".formatted(library, recall));
        }
    }

    private double recall(FloatMatrix data) throws IOException {
        NeighborIndex exact = NeighborIndex.of(data, Metric.SQUARED_EUCLIDEAN);
        long right = 0;
        for (float[] query : queries) {
            Neighbors truth = exact.nearest(query, K);
            float last = truth.distances()[truth.size() - 1];
            right += IntStream.of(graph.nearest(query, K, ef))
                    .filter(row -> squares(data, row, query) <= last)
                    .count();
        }
        return (double) right / (QUERIES * Math.min(K, data.rows()));
    }

    private static float squares(FloatMatrix data, int row, float[] query) {
        return Accumulation.SQUARES.of(data.values(), data.offset(row), query, 0, data.columns());
    }

    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    @Warmup(iterations = 3, time = 2)
    @Measurement(iterations = 5, time = 2)
    public int[] single() throws IOException {
        next = (next + 1) % QUERIES;
        return graph.nearest(queries[next], K, ef);
    }

    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    @Warmup(iterations = 3, time = 2)
    @Measurement(iterations = 5, time = 2)
    public int[][] batch() throws IOException {
        int[][] found = new int[QUERIES][];
        for (int q = 0; q < QUERIES; q++) {
            found[q] = graph.nearest(queries[q], K, ef);
        }
        return found;
    }
}
