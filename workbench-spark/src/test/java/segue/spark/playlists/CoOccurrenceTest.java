package segue.spark.playlists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.catalog.Catalog;
import segue.catalog.playlists.Playlist;
import segue.catalog.playlists.Playlists;
import segue.evaluate.SongLabels;
import segue.evaluate.Training;
import segue.evaluate.baseline.CoOccurrenceRanker;
import segue.spark.TestSession;
import segue.spark.session.SegueSession;

class CoOccurrenceTest {
    private static final CoOccurrenceOptions ALL =
            CoOccurrenceOptions.defaults().withTop(50).withMinCount(1);

    private final SegueSession session = TestSession.shared();

    @TempDir
    private Path folder;

    /** By id, one map for each of the options. */
    private List<Map<String, Row>> beside(Map<String, List<String>> lists, CoOccurrenceOptions... options)
            throws IOException {
        Path slices = Slices.write(folder.resolve("slices"), lists, 70);
        return session.run(spark -> {
            try (ListEntries entries = ListEntries.read(spark, List.of(slices.toString()));
                    ListedSongs songs = ListedSongs.of(entries)) {
                return Arrays.stream(options)
                        .map(one -> byId(songs, CoOccurrence.of(songs, one).collectAsList()))
                        .toList();
            }
        });
    }

    private static Map<String, Row> byId(ListedSongs songs, List<Row> table) {
        Map<String, Row> rows = new TreeMap<>();
        table.forEach(row -> assertThat(rows.put(row.getAs("id"), row)).isNull());
        assertThat(rows).hasSize(songs.songs());
        return rows;
    }

    private static List<String> neighbors(Row row) {
        return row.getList(row.fieldIndex("neighbor_ids"));
    }

    private static List<Integer> counts(Row row) {
        return row.getList(row.fieldIndex("counts"));
    }

    private static List<Float> similarities(Row row) {
        return row.getList(row.fieldIndex("similarity"));
    }

    @Test
    void theSongsBesideASongAreTheLibrarysInItsOrderWhetherCountedInOneBlockOrInMany() throws IOException {
        Map<String, List<String>> lists = Slices.invented();
        List<Map<String, Row>> both = beside(lists, ALL, ALL.withBlockEntries(2000));
        Map<String, Row> rows = both.getFirst();
        assertThat(both.getLast()).isEqualTo(rows);
        Catalog sample = Catalog.sample();
        String[] ids = new String[rows.size()];
        rows.forEach((id, row) -> ids[row.getInt(0)] = id);
        Catalog listed = new Catalog(
                "by popularity",
                Arrays.stream(ids)
                        .map(id -> sample.track(sample.rowOf(id).orElseThrow()))
                        .toList());
        Playlists playlists = new Playlists(
                ids.length,
                lists.entrySet().stream()
                        .map(list -> new Playlist(
                                list.getKey(),
                                "",
                                list.getValue().stream()
                                        .mapToInt(id -> listed.rowOf(id).orElseThrow())
                                        .toArray()))
                        .toList());
        CoOccurrenceRanker library =
                new CoOccurrenceRanker(new Training(listed, playlists, SongLabels.none(ids.length)));
        int[] popular = playlists.counts();
        assertThat(IntStream.range(1, ids.length)).allMatch(row -> popular[row - 1] >= popular[row]);
        for (int row = 0; row < ids.length; row++) {
            List<String> found = neighbors(rows.get(ids[row]));
            assertThat(found).isNotEmpty();
            assertThat(found)
                    .isEqualTo(Arrays.stream(library.rank(new int[] {row}, found.size()))
                            .mapToObj(other -> ids[other])
                            .toList());
            assertThat(rows.get(ids[row]).getLong(2)).isEqualTo(popular[row]);
        }
    }

    @Test
    void aSongInEveryListAndAListOfThousandsAreCountedLikeOthers() throws IOException {
        Map<String, List<String>> lists = new HashMap<>();
        for (int list = 0; list < 200; list++) {
            lists.put("list " + list, List.of("hit", "song %d".formatted(list), "song %d".formatted(list + 1)));
        }
        lists.put(
                "long", IntStream.range(0, 5000).mapToObj("song %d"::formatted).toList());
        Map<String, Row> rows = beside(lists, ALL.withTop(300).withMinCount(2).withBlockEntries(1000))
                .getFirst();
        Row hit = rows.get("hit");
        assertThat(hit.getLong(2)).isEqualTo(200);
        assertThat(neighbors(hit)).hasSize(199).doesNotContain("hit", "song 0", "song 200");
        assertThat(counts(hit)).containsOnly(2);
        Row song = rows.get("song 7");
        assertThat(neighbors(song)).containsExactly("hit", "song 6", "song 8");
        assertThat(counts(song)).containsExactly(2, 2, 2);
        assertThat(similarities(song).getFirst()).isCloseTo((float) (2 / Math.sqrt(201 * 4)), within(1e-7f));
        assertThat(neighbors(rows.get("song 4999"))).isEmpty();
    }

    @Test
    void byLikenessASongOfFewListsComesBeforeOneThatEverybodyLists() throws IOException {
        Map<String, List<String>> lists = new HashMap<>();
        for (int list = 0; list < 9; list++) {
            lists.put("l" + list, list < 2 ? List.of("hit", "a", "b") : List.of("hit", "c" + list));
        }
        List<Map<String, Row>> both = beside(lists, ALL, ALL.withOrder(CoOccurrenceOptions.Order.SIMILARITY));
        assertThat(neighbors(both.getFirst().get("a"))).containsExactly("hit", "b");
        assertThat(neighbors(both.getLast().get("a"))).containsExactly("b", "hit");
    }

    @Test
    void optionsOutOfTheirRangesAreRefused() {
        assertThatThrownBy(() -> ALL.withTop(0)).hasMessage("top must be in [1, 10,000] but was 0");
        assertThatThrownBy(() -> ALL.withMinCount(0)).hasMessage("min-count must be at least 1 but was 0");
        assertThatThrownBy(() -> ALL.withBlockEntries(1)).hasMessageContaining("block-entries must be in");
    }
}
