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
import segue.recommend.Range;
import segue.recommend.Recommendation;
import segue.recommend.Recommendations;
import segue.recommend.Recommender;
import segue.recommend.Request;
import segue.recommend.Rules;

/**
 * One recommendation over the whole catalogue (the real one where {@code SEGUE_DATA} is set), as the page asks for it: ten
 * songs with their reasons; the same under rules that ask for years, popularity, length and genre, one song an artist; the
 * same from five songs; and the least alike. Before timing, each back end's answer is compared with the scalar oracle's, and
 * every song with the rules.
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

    private static final Range YEARS = Range.of(1960, 2010);
    private static final Rules RULES = Rules.defaults()
            .withPerArtist(1)
            .withOtherArtists(true)
            .withYears(YEARS)
            .withSeconds(Range.of(120, 360))
            .withPopularity(Range.atLeast(20))
            .withGenres("rock");

    private Recommender recommender;
    private int songs;
    private int next;

    @Setup
    public void open() {
        Catalog catalog = Catalog.open();
        songs = catalog.size();
        recommender = Recommender.of(catalog);
        for (int row = 0; row < songs; row += songs / 50) {
            check(Request.of(row));
            check(Request.of(row).withRules(RULES));
            check(five(row));
            check(Request.of(row).withDissimilar(true));
        }
    }

    private void check(Request request) {
        Recommendations found = recommend(backend, request);
        if (!rows(found).equals(rows(recommend(Backend.SCALAR, request)))) {
            throw new IllegalStateException(backend + " and the oracle disagree on " + request);
        }
        for (Recommendation one : found) {
            boolean passes = request.rules().years().isEmpty()
                    || YEARS.contains(one.track().year().orElse(0))
                            && one.track().popularity().orElse(0) >= 20
                            && one.track().genres().stream().anyMatch(genre -> genre.contains("rock"));
            if (!passes) {
                throw new IllegalStateException(one + " does not pass the rules of " + request);
            }
        }
    }

    private Request five(int row) {
        return Request.of(
                row, (row + 1_111) % songs, (row + 2_222) % songs, (row + 3_333) % songs, (row + 4_444) % songs);
    }

    private static List<Integer> rows(Recommendations found) {
        return found.stream().map(Recommendation::row).toList();
    }

    private Recommendations recommend(Backend on, Request request) {
        return recommender.recommend(request.withN(10).withMetric(metric).withBackend(on));
    }

    private int next() {
        next = (next + 7919) % songs;
        return next;
    }

    @Benchmark
    public List<Recommendation> tenSongs() {
        return recommend(backend, Request.of(next()));
    }

    @Benchmark
    public List<Recommendation> tenSongsUnderRules() {
        return recommend(backend, Request.of(next()).withRules(RULES));
    }

    @Benchmark
    public List<Recommendation> tenSongsOfFive() {
        return recommend(backend, five(next()));
    }

    @Benchmark
    public List<Recommendation> tenLeastAlike() {
        return recommend(backend, Request.of(next()).withDissimilar(true));
    }
}
