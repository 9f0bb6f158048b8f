package segue.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CleaningTest {
    private static final String ROW = SongFile.row("id9", "Nine", "['N']", 100);

    @TempDir
    Path folder;

    private CleaningReport.Rejection rejection(String row) throws IOException {
        CleaningReport report = SongFile.load(folder, SongFile.THREE + row).report();
        assertThat(report.read()).isEqualTo(4);
        assertThat(report.kept()).isEqualTo(3);
        return report.rejections().getFirst();
    }

    private Track kept(String row) throws IOException {
        LoadResult result = SongFile.load(folder, SongFile.HEADER + row);
        assertThat(result.report().rejections()).isEmpty();
        return result.catalog().track(0);
    }

    private List<String> warnings(String row) throws IOException {
        return SongFile.load(folder, SongFile.HEADER + row).report().warnings();
    }

    @Test
    void a_row_without_tempo_is_rejected_with_its_line() throws IOException {
        CleaningReport.Rejection rejection = rejection(ROW.replace(",100.0\n", ",\n"));
        assertThat(rejection.line()).isEqualTo(5);
        assertThat(rejection.reason()).isEqualTo("tempo is missing");
        assertThat(rejection.text()).startsWith("0.647,1994,").hasSizeLessThanOrEqualTo(201);
    }

    @Test
    void every_feature_that_is_wrong_is_named() throws IOException {
        assertThat(rejection(ROW.replace(",0.878,", ",7,").replace("0.647,", "high,"))
                        .reason())
                .isEqualTo("danceability must be in [0, 1] but was 7; valence must be a finite number but was 'high'");
    }

    @Test
    void what_java_takes_for_numbers_but_tables_do_not_is_refused() throws IOException {
        for (String value : List.of("NaN", "Infinity", "-Infinity", "0x1p-1", "0.5f", "1e999", "1,5", "٠")) {
            assertThat(rejection(ROW.replace(",0.878,", ",\"" + value + "\",")).reason())
                    .contains("danceability must be a finite number but was '" + value + "'");
        }
    }

    @Test
    void a_row_without_id_is_rejected() throws IOException {
        assertThat(rejection(ROW.replace(",id9,", ",  ,")).reason()).isEqualTo("the id is missing");
    }

    @Test
    void loudness_above_zero_and_tempo_zero_are_real() throws IOException {
        Track track = kept(ROW.replace("-12.609", "3.744").replace(",100.0\n", ",0\n"));
        assertThat(track.audio().loudness()).isEqualTo(3.744f);
        assertThat(track.audio().tempo()).isZero();
        assertThat(warnings(ROW.replace(",100.0\n", ",0\n")))
                .containsExactly("tempo 0 (not found) was kept as it is: 1 row, first in line 2");
    }

    @Test
    void missing_values_stay_missing_and_are_never_zero() throws IOException {
        Track track = kept("0.6,,0.1,,0.8,,0.4,,id9,0.0,,0.1,-12,,,,,0.4,90\n");
        assertThat(track.year()).isEmpty();
        assertThat(track.popularity()).isEmpty();
        assertThat(track.explicit()).isEmpty();
        assertThat(track.key()).isEmpty();
        assertThat(track.mode()).isEmpty();
        assertThat(track.durationMillis()).isEmpty();
        assertThat(track.releaseDate()).isEmpty();
        assertThat(track.genres()).isEmpty();
        assertThat(track.name()).isEmpty();
    }

    @Test
    void the_year_is_taken_from_a_release_date_of_4_7_or_10_characters() throws IOException {
        for (String date : List.of("1987", "1987-11", "1987-11-30")) {
            Track track = kept(ROW.replace(",1994,", ",,").replace("1994-06-07", date));
            assertThat(track.year()).hasValue(1987);
            assertThat(track.releaseDate()).contains(date);
        }
    }

    @Test
    void dates_that_do_not_exist_and_years_out_of_range_are_dropped_with_a_warning() throws IOException {
        for (String date : List.of("1987-13", "1987-02-30", "87", "0000", "1987/11/30", "198x", "1987-11-3")) {
            assertThat(kept(ROW.replace("1994-06-07", date)).releaseDate()).isEmpty();
            assertThat(warnings(ROW.replace("1994-06-07", date)).getFirst()).startsWith("release_date was not a date");
        }
        assertThat(kept(ROW.replace(",1994,", ",3000,").replace("1994-06-07", ""))
                        .year())
                .isEmpty();
        assertThat(kept(ROW.replace(",1994,", ",3000,")).year()).hasValue(1994);
    }

    @Test
    void popularity_zero_is_unknown_and_counted() throws IOException {
        String row = ROW.replace(",38,", ",0,");
        assertThat(kept(row).popularity()).isEmpty();
        assertThat(warnings(row)).containsExactly("popularity 0 was read as unknown: 1 row, first in line 2");
    }

    @Test
    void whole_numbers_may_be_written_as_decimals_and_truth_in_words() throws IOException {
        Track track = kept(ROW.replace(",38,", ",38.0,").replace("0.4370000000000001,1,", "0.437,False,"));
        assertThat(track.popularity()).hasValue(38);
        assertThat(track.explicit()).contains(false);
    }

    @Test
    void ids_are_trimmed_before_they_are_compared() throws IOException {
        CleaningReport report = SongFile.load(folder, SongFile.THREE + SongFile.row("  id1 ", "Recognize", "['X']"))
                .report();
        assertThat(report.merged()).isEqualTo(1);
    }

    @Test
    void a_repeated_id_fills_what_is_missing_from_the_later_row() throws IOException {
        String first = ROW.replace(",1994,", ",,").replace("1994-06-07", "").replace(",38,", ",,");
        LoadResult result = SongFile.load(folder, SongFile.HEADER + first + ROW.replace(",38,", ",40,"));
        assertThat(result.catalog().track(0).year()).hasValue(1994);
        assertThat(result.catalog().track(0).popularity()).hasValue(40);
        assertThat(result.report().merges().getFirst().added()).containsExactly("year", "release_date", "popularity");
    }

    @Test
    void several_files_make_one_catalogue_and_rejections_name_the_file() throws IOException {
        Path one = Files.writeString(folder.resolve("one.csv"), SongFile.THREE);
        Path two = Files.writeString(
                folder.resolve("two.csv"), SongFile.HEADER + ROW + SongFile.row("id1", "x", "[]") + "1,2\n");
        LoadResult result = Catalog.loader().load(one, two);
        assertThat(result.catalog().size()).isEqualTo(4);
        assertThat(result.catalog().source()).isEqualTo("one.csv + two.csv");
        assertThat(result.report().merges().getFirst().file()).isEqualTo("two.csv");
        assertThat(result.report().rejections().getFirst())
                .isEqualTo(new CleaningReport.Rejection(
                        "two.csv", 4, "the row has 2 fields but the header has 19", "1,2"));
        assertThat(result.catalog().checksum().orElseThrow()).matches("[0-9a-f]{12}");
    }

    @Test
    void the_line_of_a_row_is_the_physical_one_where_it_begins() throws IOException {
        String text = SongFile.HEADER + "\n" + SongFile.row("id1", "\"two\nlines\"", "[]") + "\r\nbad\n";
        LoadResult result = SongFile.load(folder, text);
        assertThat(result.catalog().track(0).name()).isEqualTo("two\nlines");
        assertThat(result.report().rejections().getFirst().line()).isEqualTo(6);
    }

    @Test
    void the_report_is_written_as_the_json_that_was_agreed() throws IOException {
        Path file = folder.resolve("report.json");
        SongFile.load(folder, SongFile.THREE + "bad\n").report().write(file);
        JsonNode json = new ObjectMapper().readTree(file.toFile());
        assertThat(json.fieldNames())
                .toIterable()
                .startsWith("read", "kept", "merged", "rejected", "layout", "rejections", "merges", "warnings");
        assertThat(json.get("read").asInt()).isEqualTo(4);
        assertThat(json.get("rejections").get(0).fieldNames()).toIterable().containsExactly("line", "reason", "text");
        assertThat(json.get("rejections").get(0).get("line").asInt()).isEqualTo(5);
        assertThat(json.get("layout").asText()).isEqualTo("kaggle");
    }
}
