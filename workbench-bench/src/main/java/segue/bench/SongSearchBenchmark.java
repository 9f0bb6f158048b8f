package segue.bench;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import segue.bench.TypedQueries.Manner;
import segue.bench.TypedQueries.Query;
import segue.catalog.Catalog;
import segue.recommend.SongSearch;

/**
 * One search for every key that people press while they type artist and title of real songs, half of them with a
 * typing mistake; and the building of the search. Needs {@code SEGUE_DATA}; checks recall before anything is timed.
 *
 * <pre>{@code java -cp 'workbench-bench/target/lib/*' org.openjdk.jmh.Main SongSearchBenchmark}</pre>
 */
@State(Scope.Benchmark)
@Fork(1)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SongSearchBenchmark {
    private Catalog catalog;
    private SongSearch search;
    private List<String> texts;
    private int next;

    /** Reads the songs, builds the search and checks that it finds what is meant. */
    @Setup(Level.Trial)
    public void build() {
        if (System.getenv("SEGUE_DATA") == null) {
            throw new IllegalStateException("set SEGUE_DATA to a folder with songs/spotify-union-105k.csv.gz");
        }
        catalog = Catalog.open();
        search = SongSearch.of(catalog);
        TypedQueries queries = new TypedQueries(catalog, 42);
        check(queries, Manner.EXACT, 0.99);
        check(queries, Manner.ONE_TYPO, 0.95);
        texts = queries.keystrokes(600);
        Collections.shuffle(texts, new Random(42));
    }

    private void check(TypedQueries queries, Manner manner, double least) {
        List<Query> asked = queries.draw(500, manner);
        long found = asked.stream()
                .filter(query -> search.find(query.text(), 10).stream().anyMatch(hit -> hit.row() == query.row()))
                .count();
        if (found < least * asked.size()) {
            throw new IllegalStateException(
                    "%s: only %d of %d songs are among the first ten".formatted(manner, found, asked.size()));
        }
    }

    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    @Warmup(iterations = 3, time = 3)
    @Measurement(iterations = 5, time = 4)
    public List<SongSearch.Hit> find() {
        next = next + 1 < texts.size() ? next + 1 : 0;
        return search.find(texts.get(next), 10);
    }

    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    @Warmup(iterations = 0)
    @Measurement(iterations = 3)
    public SongSearch index() {
        return SongSearch.of(catalog);
    }
}
