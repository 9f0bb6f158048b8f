package segue.bench;

import java.util.List;
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
import segue.catalog.Catalog;
import segue.neighbors.Backend;
import segue.neighbors.Metric;
import segue.recommend.Recommendation;
import segue.recommend.Recommender;
import segue.recommend.Request;

/**
 * One recommendation over the whole catalogue (the real one where {@code SEGUE_DATA} is set), as the page asks for it: ten
 * songs with their reasons. Before timing, each back end's answer is compared with the scalar oracle's.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules", "jdk.incubator.vector"})
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class RecommendBenchmark {
    @Param({"EUCLIDEAN", "MANHATTAN", "COSINE"})
    Metric metric;

    @Param({"SIMD", "SCALAR"})
    Backend backend;

    private Recommender recommender;
    private int songs;
    private int next;

    @Setup
    public void open() {
        Catalog catalog = Catalog.open();
        songs = catalog.size();
        recommender = Recommender.of(catalog);
        for (int row = 0; row < songs; row += songs / 50) {
            if (!rows(backend, row).equals(rows(Backend.SCALAR, row))) {
                throw new IllegalStateException(backend + " and the oracle disagree at row " + row);
            }
        }
    }

    private List<Integer> rows(Backend on, int row) {
        return recommend(on, row).stream().map(Recommendation::row).toList();
    }

    private List<Recommendation> recommend(Backend on, int row) {
        return recommender.recommend(Request.of(row).withN(10).withMetric(metric).withBackend(on));
    }

    @Benchmark
    public List<Recommendation> tenSongs() {
        next = (next + 7919) % songs;
        return recommend(backend, next);
    }
}
