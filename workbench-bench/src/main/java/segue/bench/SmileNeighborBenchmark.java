package segue.bench;

import java.io.IOException;
import java.util.Arrays;
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
import segue.neighbors.Backend;
import segue.neighbors.Metric;
import segue.neighbors.NeighborIndex;
import smile.math.distance.EuclideanDistance;
import smile.neighbor.KDTree;
import smile.neighbor.KNNSearch;
import smile.neighbor.LinearSearch;
import smile.neighbor.Neighbor;

/**
 * One query, and 1,000 one after another (k = 5, euclidean), by Smile, the rival of {@link NeighborBenchmark}. Its distances
 * are compared with the scalar oracle's before timing. Smile 6 has no search by a graph.
 */
@State(Scope.Benchmark)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules", "jdk.incubator.vector"})
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class SmileNeighborBenchmark {
    private static final int QUERIES = 1_000;
    private static final int CHECKED = 100;
    private static final int K = 5;

    @Param({"KDTree", "LinearSearch"})
    String search;

    private KNNSearch<double[], double[]> rival;
    private double[][] queries;
    private int next;

    @Setup
    public void open() throws IOException {
        FloatMatrix data = Vectors.open();
        double[][] rows = IntStream.range(0, data.rows())
                .mapToObj(row -> doubles(data.row(row)))
                .toArray(double[][]::new);
        rival = search.equals("KDTree") ? KDTree.of(rows) : LinearSearch.of(rows, new EuclideanDistance());
        int[] chosen = new Random(5).ints(QUERIES, 0, data.rows()).toArray();
        // Copies: Smile leaves out a row that is the very object asked for.
        queries = IntStream.of(chosen).mapToObj(row -> doubles(data.row(row))).toArray(double[][]::new);
        NeighborIndex oracle = NeighborIndex.of(data, Metric.EUCLIDEAN, Backend.SCALAR);
        for (int q = 0; q < CHECKED; q++) {
            float[] expected = oracle.nearest(data.row(chosen[q]), K).distances();
            double[] found = Arrays.stream(rival.search(queries[q], K))
                    .mapToDouble(neighbor -> neighbor.distance())
                    .sorted()
                    .toArray();
            for (int i = 0; i < K; i++) {
                if (Math.abs(found[i] - expected[i]) > 1e-5 * expected[i]) {
                    throw new IllegalStateException(search + " and the oracle disagree about query " + q);
                }
            }
        }
    }

    private static double[] doubles(float[] values) {
        return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
    }

    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    public Neighbor<double[], double[]>[] single() {
        next = (next + 1) % QUERIES;
        return rival.search(queries[next], K);
    }

    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    public int batch() {
        int found = 0;
        for (double[] query : queries) {
            found += rival.search(query, K).length;
        }
        return found;
    }
}
