package segue.spark.playlists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.spark.TestSession;
import segue.spark.session.SegueSession;

class ListFactorsTest {
    private static final FactorOptions SMALL =
            FactorOptions.defaults().withRank(4).withIterations(3).withBlocks(2);

    private final SegueSession session = TestSession.shared();

    @TempDir
    private Path folder;

    private record Learned(Map<String, List<Float>> songs, Map<String, List<Float>> lists) {}

    private static Map<String, List<Float>> factors(Dataset<Row> table) {
        return table.collectAsList().stream()
                .collect(Collectors.toMap(
                        row -> row.getString(0), row -> List.copyOf(row.<Float>getList(1)), (a, b) -> a, TreeMap::new));
    }

    private Learned learn(Path slices) throws IOException {
        return session.run(spark -> {
            try (ListEntries entries = ListEntries.read(spark, List.of(slices.toString()));
                    ListedSongs songs = ListedSongs.of(entries);
                    ListFactors factors = ListFactors.fit(songs, SMALL)) {
                Dataset<Row> ofSongs = factors.ofSongs();
                assertThat(ofSongs.columns()).containsExactly("id", "factors", "playlists");
                assertThat(ofSongs.head().getLong(2)).isEqualTo(30);
                return new Learned(factors(ofSongs), factors(factors.ofPlaylists()));
            }
        });
    }

    /** Two kinds of lists, and a song in all. */
    private static Map<String, List<String>> twoKinds() {
        Map<String, List<String>> lists = new HashMap<>();
        for (int list = 0; list < 30; list++) {
            int from = list;
            String kind = list % 2 == 0 ? "rock" : "jazz";
            lists.put(
                    "list %d".formatted(list),
                    IntStream.range(0, 7)
                            .mapToObj(i -> i == 0 ? "hit" : kind + (from + i) % 12)
                            .toList());
        }
        return lists;
    }

    private static double product(List<Float> a, List<Float> b) {
        return IntStream.range(0, a.size())
                .mapToDouble(i -> a.get(i) * b.get(i))
                .sum();
    }

    @Test
    void aListExpectsSongsOfItsKindAlsoThoseThatItHasNot() throws IOException {
        Learned learned = learn(Slices.write(folder.resolve("slices"), twoKinds(), 7));
        assertThat(learned.songs()).hasSize(25);
        assertThat(learned.lists()).hasSize(30);
        List<Float> rockList = learned.lists().get("list 0");
        assertThat(rockList).hasSize(4);
        for (int song = 7; song < 12; song++) {
            assertThat(product(rockList, learned.songs().get("rock" + song)))
                    .isGreaterThan(product(rockList, learned.songs().get("jazz" + song)));
        }
    }

    @Test
    void theSameListsHaveTheSameFactorsInAnyFiles() throws IOException {
        Learned once = learn(Slices.write(folder.resolve("some"), twoKinds(), 7));
        Learned again = learn(Slices.write(folder.resolve("others"), new TreeMap<>(twoKinds()), 11));
        once.songs().forEach((song, factors) -> {
            for (int i = 0; i < factors.size(); i++) {
                assertThat(again.songs().get(song).get(i)).isCloseTo(factors.get(i), within(1e-4f));
            }
        });
    }

    @Test
    void optionsOutOfTheirRangesAreRefused() {
        assertThatThrownBy(() -> SMALL.withRank(0)).hasMessage("rank must be in [1, 512] but was 0");
        assertThatThrownBy(() -> SMALL.withAlpha(Double.NaN)).hasMessage("alpha must be above 0 but was NaN");
        assertThatThrownBy(() -> SMALL.withRegularization(0)).hasMessageContaining("regularization must be above 0");
    }
}
