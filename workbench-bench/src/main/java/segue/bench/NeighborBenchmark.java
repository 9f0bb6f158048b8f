package segue.bench;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
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
import segue.neighbors.NeighborTable;
import segue.neighbors.Neighbors;
import segue.neighbors.Search;

/**
 * Nearest neighbours on one thread: one query, a batch of 1,000, and every row ({@code 2 k} of each). Before timing, each
 * back end's rows are compared with the scalar oracle's, asked in a batch and one at a time.
 */
@State(Scope.Benchmark)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules", "jdk.incubator.vector"})
public class NeighborBenchmark {
    private static final int QUERIES = 1_000;
    private static final int CHECKED = 100;

    @Param({"EUCLIDEAN", "MANHATTAN", "COSINE"})
    Metric metric;

    @Param({"SCALAR", "SIMD", "TREE"})
    Backend backend;

    @Param("5")
    int k;

    @Param("170653")
    int rows;

    @Param("13")
    int columns;

    private FloatMatrix queries;
    private NeighborIndex index;
    private int next;

    @Setup
    public void open() throws IOException {
        FloatMatrix data = Vectors.open(rows, columns);
        queries = data.selectRows(new Random(5).ints(QUERIES, 0, data.rows()).toArray());
        index = NeighborIndex.of(data, metric, backend);
        NeighborIndex oracle = NeighborIndex.of(data, metric, Backend.SCALAR);
        NeighborTable found = index.nearest(queries, k);
        for (int q = 0; q < CHECKED; q++) {
            int[] expected = oracle.nearest(queries.row(q), k).rows();
            if (!Arrays.equals(found.of(q).rows(), expected)
                    || !Arrays.equals(index.nearest(queries.row(q), k).rows(), expected)) {
                throw new IllegalStateException(backend + " and the oracle disagree about query " + q);
            }
        }
    }

    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    @Warmup(iterations = 3, time = 2)
    @Measurement(iterations = 5, time = 2)
    public Neighbors single() {
        next = (next + 1) % QUERIES;
        return index.search(queries.row(next), Search.nearest(k).onThreads(1));
    }

    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    @Warmup(iterations = 3, time = 2)
    @Measurement(iterations = 5, time = 2)
    public NeighborTable batch() {
        return index.search(queries, Search.nearest(k).onThreads(1));
    }

    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @OutputTimeUnit(TimeUnit.SECONDS)
    @Warmup(iterations = 0)
    @Measurement(iterations = 2)
    public NeighborTable graph() {
        return index.graph(Search.nearest(2 * k).withoutSelf().onThreads(1));
    }
}
