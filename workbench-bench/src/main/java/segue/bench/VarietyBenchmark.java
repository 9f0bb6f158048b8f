package segue.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
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
import segue.catalog.AudioFeatures;
import segue.catalog.Catalog;
import segue.catalog.Feature;
import segue.catalog.Track;
import segue.matrix.FloatMatrix;
import segue.neighbors.Metric;
import segue.neighbors.NeighborIndex;
import segue.neighbors.Neighbors;
import segue.neighbors.Search;
import segue.recommend.Recommendations;
import segue.recommend.Recommender;
import segue.recommend.Request;
import segue.recommend.Rules;
import segue.recommend.variety.VarietyDial;
import segue.recommend.variety.VarietyOptions;

/**
 * The dial between similar and varied over the vectors of a file (see {@link Vectors}), the search for the pool included: alone,
 * and as {@code ./segue recommend --vary --novelty --artist-cap 1} answers, with rules, reasons and counter-example, over songs
 * whose nine features are the first nine columns. Before timing, its end of similarity is compared with the search itself, the
 * other end with the definition, and recommendations with the rule.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules", "jdk.incubator.vector"})
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class VarietyBenchmark {
    private static final int ARTISTS = 20_000;

    @Param({"0", "0.3", "1"})
    double lambda;

    @Param({"10", "50"})
    int n;

    private Recommender recommender;
    private FloatMatrix points;
    private NeighborIndex index;
    private VarietyOptions options;
    private int next;

    @Setup
    public void open() throws IOException {
        points = Vectors.open();
        index = NeighborIndex.of(points, Metric.EUCLIDEAN);
        options = VarietyOptions.of(n).withLambda(lambda);
        for (int row = 0; row < points.rows(); row += points.rows() / 20) {
            check(row);
        }
        recommender = Recommender.of(songs(points));
        for (int row = 0; row < points.rows(); row += points.rows() / 20) {
            Recommendations found = recommender.recommend(request(row));
            if (found.stream().map(one -> one.track().artistLine()).distinct().count() != n) {
                throw new IllegalStateException("an artist has two of the songs for row %,d".formatted(row));
            }
        }
    }

    private static Catalog songs(FloatMatrix points) {
        List<Track> tracks = new ArrayList<>(points.rows());
        for (int row = 0; row < points.rows(); row++) {
            tracks.add(new Track(
                    "id" + row,
                    "Song " + row,
                    List.of("Artist " + row % ARTISTS),
                    AudioFeatures.of(Arrays.copyOf(points.row(row), Feature.values().length)),
                    OptionalInt.of(1960 + row % 60),
                    Optional.empty(),
                    OptionalInt.of(180_000 + row),
                    OptionalInt.of(1 + row % 100),
                    Optional.of(false),
                    OptionalInt.empty(),
                    OptionalInt.empty(),
                    List.of(),
                    Optional.empty()));
        }
        return new Catalog("invented songs", tracks);
    }

    private Request request(int row) {
        return Request.of(row)
                .withN(n)
                .withVariety(lambda)
                .withNovelty(lambda / 2)
                .withRules(Rules.defaults().withPerArtist(1));
    }

    private void check(int row) {
        int[] chosen = answer(row).rows();
        boolean good = Arrays.stream(chosen).distinct().count() == n;
        Neighbors pool = pool(row);
        if (lambda == 0) {
            good &= Arrays.equals(chosen, Arrays.copyOf(pool.rows(), n));
        }
        for (int i = 1; i < n && lambda == 1; i++) {
            int[] before = Arrays.copyOf(chosen, i);
            double farthest = Arrays.stream(pool.rows())
                    .mapToDouble(other -> apart(other, before))
                    .max()
                    .orElseThrow();
            good &= apart(chosen[i], before) == farthest;
        }
        if (!good) {
            throw new IllegalStateException("the songs for row %,d are not those of lambda %s".formatted(row, lambda));
        }
    }

    private double apart(int row, int... others) {
        double least = Double.POSITIVE_INFINITY;
        for (int other : others) {
            double squares = 0;
            for (int c = 0; c < points.columns(); c++) {
                double difference = (double) points.get(row, c) - points.get(other, c);
                squares += difference * difference;
            }
            least = Math.min(least, Math.sqrt(squares));
        }
        return least;
    }

    private Neighbors pool(int row) {
        return index.searchRow(row, Search.nearest(options.pool()).withoutSelf());
    }

    private Neighbors answer(int row) {
        return VarietyDial.choose(points, pool(row), other -> OptionalInt.empty(), options);
    }

    @Benchmark
    public Neighbors songs() {
        next = (next + 7919) % points.rows();
        return answer(next);
    }

    @Benchmark
    public Recommendations recommended() {
        next = (next + 7919) % points.rows();
        return recommender.recommend(request(next));
    }
}
