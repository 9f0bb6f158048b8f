package segue.bench;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import segue.catalog.Catalog;
import segue.recommend.tastes.TasteOptions;
import segue.recommend.tastes.TastePlaylist;
import segue.recommend.tastes.TasteSpace;
import segue.recommend.tastes.Tastes;

/**
 * A playlist of 50 songs from 200 liked ones, over the whole catalogue (the real one where {@code SEGUE_DATA} is set): tastes
 * told apart and named, songs drawn, order found. Before timing the answer is looked at: 50 songs, none of the listener's own,
 * none twice, every quota filled.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules", "jdk.incubator.vector"})
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class TastesBenchmark {
    private TasteSpace space;
    private int[] liked;

    @Setup
    public void open() {
        Catalog catalog = Catalog.open();
        space = TasteSpace.of(catalog);
        liked = new Random(5)
                .ints(0, catalog.size())
                .distinct()
                .limit(200)
                .sorted()
                .toArray();
        TastePlaylist playlist = fiftySongs();
        int[] rows = playlist.rows();
        if (rows.length != 50
                || Arrays.stream(rows).distinct().count() != 50
                || Arrays.stream(rows).anyMatch(row -> Arrays.binarySearch(liked, row) >= 0)
                || !playlist.given().equals(playlist.quotas())) {
            throw new IllegalStateException("this is no good playlist:\n" + playlist);
        }
    }

    @Benchmark
    public TastePlaylist fiftySongs() {
        return Tastes.of(space, TasteOptions.defaults(), liked).playlist(50);
    }
}
