package segue.kernel.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import segue.catalog.Catalog;
import segue.catalog.CleaningReport;
import segue.matrix.FloatMatrix;
import segue.neighbors.NeighborTable;
import segue.neighbors.Neighbors;
import segue.recommend.Recommender;
import segue.recommend.Request;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Collections, arrays, records and the library's values as tables. */
class TablesOfValuesTest {
    record Song(String name, OptionalInt year, Optional<String> genre, double[] mfcc) {}

    private static String html(Object value) {
        return Renderers.installed().render(value).data().get("text/html");
    }

    private static String text(Object value) {
        return Renderers.installed().render(value).data().get("text/plain");
    }

    @Test
    void numbers_of_a_column_have_their_points_below_each_other() {
        assertThat(text(new double[][] {{1, 0.4370000000000001}, {-2.25, Double.NaN}, {3}}))
                .isEqualTo("""
                       0      1
                -  -----  -----
                0   1.00  0.437
                1  -2.25    NaN
                2   3.00
                3 rows × 2 columns""");
        assertThat(text(new double[][] {{1992.0972}, {0.1234}})).contains("1992.0972", "   0.1234");
    }

    @Test
    void very_large_and_very_small_numbers_are_written_with_a_power_of_ten() {
        assertThat(text(new double[][] {{1e12}, {2.5e-9}, {0}})).contains("1.0000e+12", "2.5000e-09", "0.0000e+00");
    }

    @Test
    void optional_components_are_unwrapped_and_null_is_told_from_missing() {
        List<Song> songs = List.of(
                new Song("A", OptionalInt.of(1994), Optional.of("pop"), new double[] {1, 2.5}),
                new Song("B", OptionalInt.empty(), Optional.empty(), null));
        assertThat(text(songs)).isEqualTo("""
                   name  year  genre  mfcc
                -  ----  ----  -----  ----------
                0  A     1994  pop    [1.0, 2.5]
                1  B                  null
                2 rows × 4 columns""");
        assertThat(html(songs)).contains("<i style=\"opacity:.5\">null</i>").doesNotContain("Optional");
    }

    @Test
    void one_record_is_its_components_and_its_text_is_its_own() {
        Song song = new Song("<b>", OptionalInt.of(1994), Optional.empty(), null);
        assertThat(html(song)).contains("Song", "year", "1994", "&lt;b&gt;").doesNotContain("<b>");
        assertThat(text(song)).startsWith("Song[name=<b>, year=OptionalInt[1994]");
    }

    @Test
    void maps_of_names_become_columns_and_a_map_s_records_too() {
        assertThat(text(List.of(new TreeMap<>(Map.of("a", 1, "b", "x")), Map.of("a", 2))))
                .contains("a  b", "2 rows × 2 columns");
        assertThat(text(Map.of("k", new Song("A", OptionalInt.of(1), Optional.empty(), null))))
                .contains("key  name  year", "1 row × 4 columns");
    }

    @Test
    void a_list_without_end_a_list_in_itself_and_a_failing_list_are_shown_as_far_as_they_go() {
        List<Integer> endless = new AbstractList<>() {
            @Override
            public Integer get(int index) {
                return index;
            }

            @Override
            public int size() {
                return Integer.MAX_VALUE;
            }
        };
        assertThat(text(endless)).contains("… 2,147,483,627 more rows");
        assertThat(PlainText.summary(endless)).startsWith("(2147483647 elements) [0, 1, 2");
        List<Object> itself = new ArrayList<>(Arrays.asList(1, null));
        itself.add(itself);
        assertThat(text(itself)).isEqualTo("[1, null, (itself)]");
        List<Integer> failing = new AbstractList<>() {
            @Override
            public Integer get(int index) {
                throw new IllegalStateException("no element " + index);
            }

            @Override
            public int size() {
                return 3;
            }
        };
        assertThat(text(failing)).contains("toString failed", "could not be shown better", "no element 0");
    }

    @Test
    void a_long_list_in_a_cell_is_cut_and_says_by_how_much() {
        List<Integer> numbers = IntStream.range(0, 10_000).boxed().toList();
        assertThat(text(List.of(numbers, List.of(1, 2)))).contains("0, 1, 2, 3");
        assertThat(html(List.of(numbers, List.of(1, 2))))
                .contains("… 9,972 more")
                .hasSizeLessThan(3_000);
    }

    @Test
    void a_stream_is_not_read_to_be_shown() {
        Stream<Integer> stream = Stream.of(1, 2, 3);
        assertThat(text(stream)).contains("left unread", ".toList()");
        assertThat(stream.toList()).containsExactly(1, 2, 3);
        assertThat(text(IntStream.range(0, 3))).contains(".toArray()");
        Iterator<Integer> iterator = List.of(1).iterator();
        text(iterator);
        assertThat(iterator.next()).isEqualTo(1);
    }

    @Test
    void right_to_left_names_and_wide_letters_keep_their_places() {
        List<List<Object>> rows = List.of(List.of("שלום"), List.of("音楽🎵"), List.of("x".repeat(300)));
        assertThat(html(rows)).contains("dir=\"auto\"", "שלום", "x…");
        assertThat(TextWidth.of("音楽🎵")).isEqualTo(6);
        assertThat(TextWidth.shorten("🎵🎵🎵🎵", 5)).isEqualTo("🎵🎵…");
        assertThat(TextWidth.of("e\u0301")).isEqualTo(1);
    }

    @Test
    void very_wide_rows_are_cut_and_say_so() {
        assertThat(text(new int[][] {new int[500]})).contains("1 row × 500 columns, the first 30 shown");
    }

    @Test
    void a_tablesaw_table_aligns_its_numbers_and_keeps_print_formats() {
        DoubleColumn plain = DoubleColumn.create("plain", new Double[] {1.0, null, 3.25});
        DoubleColumn formatted = DoubleColumn.create("formatted", 1234.5, 2.0, 3.0);
        formatted.setPrintFormatter(tech.tablesaw.columns.numbers.NumberColumnFormatter.fixedWithGrouping(2));
        Table table = Table.create("t", plain, formatted, StringColumn.create("s", "a", "", "c"));
        assertThat(text(table)).isEqualTo("""
                t
                plain  formatted  s
                -----  ---------  -
                 1.00   1,234.50  a
                            2.00
                 3.25       3.00  c
                3 rows × 3 columns""");
        assertThat(text(Table.create("empty"))).contains("empty", "0 rows × 0 columns");
    }

    @Test
    void durations_and_other_values_are_written_as_they_say_themselves() {
        assertThat(text(List.of(Duration.ofMillis(3_200)))).isEqualTo("[PT3.2S]");
        assertThat(text(Thread.State.NEW)).isEqualTo("NEW");
    }

    @Test
    void matrices_and_answers_of_the_library_are_tables() {
        assertThat(text(FloatMatrix.of(new float[] {1, 2.5f}, new float[] {3, -4})))
                .contains("0  1.0   2.5", "2 rows × 2 columns");
        assertThat(text(new Neighbors(new int[] {7, 3}, new float[] {0, 0.5f})))
                .contains("rank  row  distance", "   2    3       0.5");
        assertThat(text(new NeighborTable(1, 2, new int[] {7, 3}, new float[] {0, 0.5f})))
                .contains("7 (0.000)  3 (0.500)", "1 query, 2 neighbours each: row (distance)");
    }

    @Test
    void songs_and_recommendations_are_tables_to_read() {
        Catalog songs = Catalog.sample();
        assertThat(text(songs.tracks().subList(0, 3))).contains("name", "artists", "3 rows × 5 columns");
        assertThat(text(songs.tracks())).contains("… 4,980 more rows", "5,000 rows × 5 columns");
        assertThat(text(Recommender.of(songs).recommend(Request.of(3))))
                .contains("rank", "distance", "why", "close in");
    }

    @Test
    void a_cleaning_report_tells_its_account_first_and_then_what_it_rejected() {
        CleaningReport report = new CleaningReport(
                3,
                2,
                0,
                1,
                "kaggle",
                List.of(new CleaningReport.Rejection("songs.csv", 4, "no <id>", "a,b")),
                List.of(),
                List.of("year 0 taken as missing in 1 row"),
                List.of());
        assertThat(text(report))
                .startsWith("3 rows read: 2 kept, 0 merged, 1 rejected")
                .contains("Warnings", "year 0 taken", "Rejected rows", "no <id>");
        assertThat(html(report)).contains("no &lt;id&gt;").doesNotContain("Merged rows");
    }
}
