package segue.bench;

import java.io.IOException;
import java.util.Arrays;
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
import segue.dtw.Alignment;
import segue.dtw.Dtw;
import segue.dtw.DtwMatches;
import segue.dtw.DtwOptions;
import segue.dtw.DtwSearch;
import segue.matrix.FloatMatrix;

/**
 * Warping of 1,292 frames of 20 values on one thread: one pair with its distance alone, in a band of a tenth, and with its
 * path; and one sequence against 1,000 in the band, of which five are wanted. Distances are compared with a plain table in
 * double precision, matches with measuring every candidate; the shares of candidates that were spared are printed.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules", "jdk.incubator.vector"})
public class DtwBenchmark {
    private static final int CANDIDATES = 1_000;
    private static final int TOP = 5;
    private static final double TENTH = 0.1;

    @Param({"invented", "clips"})
    String source;

    private final DtwOptions whole = DtwOptions.defaults();
    private final DtwOptions banded = whole.withBand(TENTH);
    private FloatMatrix query;
    private FloatMatrix other;
    private DtwSearch search;

    @Setup
    public void open() throws IOException {
        List<FloatMatrix> candidates = FrameSequences.of(source, CANDIDATES, 1);
        query = FrameSequences.of(source, 1, 2).getFirst();
        other = candidates.getFirst();
        search = DtwSearch.of(candidates, banded);
        require(Dtw.distance(query, other, whole), table(query, other, FrameSequences.FRAMES));
        require(Dtw.distance(query, other, banded), table(query, other, (int)
                Math.rint(TENTH * FrameSequences.FRAMES)));
        require(Dtw.align(query, other, whole).distance(), Dtw.distance(query, other, whole));
        DtwMatches found = search.nearest(query, TOP);
        double[] nearest = candidates.stream()
                .mapToDouble(candidate -> Dtw.distance(query, candidate, banded))
                .sorted()
                .limit(TOP)
                .toArray();
        if (!Arrays.equals(found.distances(), nearest)) {
            throw new IllegalStateException("the search lost a neighbour");
        }
        System.out.println(found.effort());
    }

    private static void require(double found, double expected) {
        if (Math.abs(found - expected) > 1e-5 * expected) {
            throw new IllegalStateException("the distance is " + expected + " but " + found + " was found");
        }
    }

    /** By the definition, in double precision. */
    private static double table(FloatMatrix a, FloatMatrix b, int radius) {
        double[] above = new double[b.rows() + 1];
        Arrays.fill(above, Double.POSITIVE_INFINITY);
        above[0] = 0;
        for (int i = 0; i < a.rows(); i++) {
            double[] row = new double[b.rows() + 1];
            Arrays.fill(row, Double.POSITIVE_INFINITY);
            for (int j = Math.max(0, i - radius + 1); j < Math.min(b.rows(), i + radius); j++) {
                double squares = 0;
                for (int d = 0; d < a.columns(); d++) {
                    double difference = (double) a.get(i, d) - b.get(j, d);
                    squares += difference * difference;
                }
                row[j + 1] = Math.sqrt(squares) + Math.min(above[j], Math.min(above[j + 1], row[j]));
            }
            above = row;
        }
        return above[b.rows()];
    }

    @Benchmark
    public double full() {
        return Dtw.distance(query, other, whole);
    }

    @Benchmark
    public double band() {
        return Dtw.distance(query, other, banded);
    }

    @Benchmark
    public Alignment path() {
        return Dtw.align(query, other, whole);
    }

    @Benchmark
    public Alignment pathInBand() {
        return Dtw.align(query, other, banded);
    }

    @Benchmark
    public DtwMatches oneAgainstThousand() {
        return search.nearest(query, TOP);
    }
}
