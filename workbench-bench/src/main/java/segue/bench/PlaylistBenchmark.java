package segue.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
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
import segue.catalog.Catalog;
import segue.catalog.playlists.Playlist;
import segue.catalog.playlists.Playlists;
import segue.recommend.playlist.PlaylistModel;
import segue.recommend.playlist.PlaylistOptions;
import segue.recommend.playlist.Suggestion;

/**
 * Continues a list of songs by fifty others out of the whole catalogue (the real one where {@code SEGUE_DATA} is set), with the
 * reasons of each. The model has learned from 470 invented lists of 70 songs, each of one time; songs have the initial of their artist
 * as a tag. Before timing, the rows are compared with those that sorting all scores gives.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules", "jdk.incubator.vector"})
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class PlaylistBenchmark {
    private static final int WANTED = 50;

    @Param({"1", "50", "1000"})
    int seeds;

    private PlaylistModel model;
    private int[] list;

    @Setup
    public void learn() {
        Catalog songs = Catalog.open();
        model = PlaylistModel.fit(
                songs,
                lists(songs),
                PlaylistOptions.defaults()
                        .withTags(artist -> List.of(artist.substring(0, 1)))
                        .withUsualWeights());
        list = IntStream.range(0, songs.size())
                .filter(row -> row % (songs.size() / seeds) == 0)
                .limit(seeds)
                .toArray();
        float[] scores = model.scores(list);
        int[] sorted = IntStream.range(0, scores.length)
                .filter(row -> Arrays.binarySearch(list, row) < 0)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> -scores[row]))
                .limit(WANTED)
                .mapToInt(row -> row)
                .toArray();
        int[] found = model.continueList(list, WANTED).stream()
                .mapToInt(Suggestion::row)
                .toArray();
        if (!Arrays.equals(found, sorted)) {
            throw new IllegalStateException("the songs found are not those of the highest scores");
        }
    }

    private static Playlists lists(Catalog songs) {
        Integer[] byYear = IntStream.range(0, songs.size())
                .boxed()
                .sorted(Comparator.comparingInt(row -> songs.track(row).year().orElse(0)))
                .toArray(Integer[]::new);
        SplittableRandom random = new SplittableRandom(1);
        List<Playlist> lists = new ArrayList<>();
        for (int i = 0; i < 470; i++) {
            int from = random.nextInt(byYear.length - 1_000);
            int[] rows = IntStream.generate(() -> byYear[from + random.nextInt(1_000)])
                    .distinct()
                    .limit(70)
                    .toArray();
            lists.add(new Playlist("list " + i, "", rows));
        }
        return new Playlists(songs.size(), lists);
    }

    @Benchmark
    public List<Suggestion> withReasons() {
        return model.continueList(list, WANTED);
    }

    @Benchmark
    public int[] rowsAlone() {
        return model.continueRows(list, WANTED);
    }
}
