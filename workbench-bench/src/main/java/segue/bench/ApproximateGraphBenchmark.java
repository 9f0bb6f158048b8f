package segue.bench;

import java.io.IOException;
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
import segue.neighbors.ApproximateGraph;
import segue.neighbors.Metric;

/** The approximate graph of every row, at a recall of 0.99, on one thread. Before timing, its recall is looked at. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules", "jdk.incubator.vector"})
@Warmup(iterations = 1)
@Measurement(iterations = 3)
public class ApproximateGraphBenchmark {
    private static final double RECALL = 0.99;

    @Param({"EUCLIDEAN", "MANHATTAN", "COSINE"})
    Metric metric;

    @Param({"10", "90"})
    int k;

    private FloatMatrix data;
    private ApproximateGraph.Options options;

    @Setup
    public void open() throws IOException {
        data = Vectors.open();
        options =
                ApproximateGraph.Options.defaults().withK(k).withRecall(RECALL).onThreads(1);
        double recall = graph().recall().value();
        if (recall < RECALL) {
            throw new IllegalStateException("recall is %.4f, below %.2f".formatted(recall, RECALL));
        }
    }

    @Benchmark
    public ApproximateGraph graph() {
        return ApproximateGraph.of(data, metric, options);
    }
}
