package segue.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

/** Songs as JSON, and a table of many Parquet files. */
class JsonTableTest {
    private static final String FEATURES = "\"acousticness\":0.1,\"danceability\":0.2,\"energy\":0.3,"
            + "\"instrumentalness\":0,\"liveness\":0.1,\"loudness\":-7.5,\"speechiness\":0.05,\"tempo\":120,\"valence\":0.5";
    private static final String ONE =
            "{\"id\":\"a\",\"name\":\"Ä, \\\"B\\\"\",\"artists\":[\"Ann\",\"Gigi D'Agostino\"],\"year\":1999.0,\"genres\":"
                    + "[\"pop\",\"folk\"],\"explicit\":true,\"album\":{\"id\":7}," + FEATURES + "}";
    private static final String TWO =
            "{\"name\":null,\"popularity\":40,\"id\":\"b\",\"mood\":[1,[2]]," + FEATURES.replace("120", "NaN") + "}";

    @TempDir
    Path folder;

    private LoadResult load(String name, String text) throws IOException {
        return Catalog.loader().load(Files.writeString(folder.resolve(name), text));
    }

    @Test
    void an_object_a_line_is_a_song() throws IOException {
        Track song = load("songs.jsonl", ONE + "\n\n").catalog().track(0);
        assertThat(song.name()).isEqualTo("Ä, \"B\"");
        assertThat(song.artists()).containsExactly("Ann", "Gigi D'Agostino");
        assertThat(song.genres()).containsExactly("pop", "folk");
        assertThat(song.year()).hasValue(1999);
        assertThat(song.explicit()).contains(true);
        assertThat(song.audio().loudness()).isEqualTo(-7.5f);
    }

    @Test
    void an_array_gives_what_its_lines_give() throws IOException {
        LoadResult lines = load("songs.json", ONE + "\n" + TWO.replace("NaN", "90") + "\n");
        LoadResult array = load("array.json", " [" + ONE + ",\n" + TWO.replace("NaN", "90") + "\n]\n");
        assertThat(array.catalog().tracks()).isEqualTo(lines.catalog().tracks());
        assertThat(array.report().files().getFirst().ignored()).containsExactly("album", "mood");
    }

    @Test
    void packed_json_is_read() throws IOException {
        Path file = Files.write(folder.resolve("songs.json.gz"), SongFile.gzip(ONE.getBytes(StandardCharsets.UTF_8)));
        assertThat(Catalog.load(file).size()).isEqualTo(1);
    }

    @Test
    void a_broken_line_costs_that_line() throws IOException {
        CleaningReport report = load("songs.jsonl", "{\"id\":\n" + ONE + "\n[1]\n" + TWO + "\n" + ONE + " x\n")
                .report();
        assertThat(report.kept()).isEqualTo(1);
        assertThat(report.rejections()).extracting("line").containsExactly(1L, 3L, 4L, 5L);
        assertThat(report.rejections().get(0).reason()).startsWith("the line is not valid JSON: ");
        assertThat(report.rejections().get(0).text()).isEqualTo("{\"id\":");
        assertThat(report.rejections().get(1).reason()).isEqualTo("the line is no JSON object");
        assertThat(report.rejections().get(2).reason()).isEqualTo("tempo must be a finite number but was 'NaN'");
    }

    @Test
    void of_an_array_that_breaks_off_what_stands_before_is_read() throws IOException {
        CleaningReport report = load("songs.json", "[\n" + ONE + ",\n3,\n" + TWO.substring(0, 40))
                .report();
        assertThat(report.kept()).isEqualTo(1);
        assertThat(report.rejections()).extracting("line").containsExactly(3L, 4L);
        assertThat(report.rejections().get(0).reason()).isEqualTo("the element is no JSON object");
        assertThat(report.rejections().get(1).reason()).startsWith("the array is not valid JSON here");
        assertThat(report.warnings()).anyMatch(warning -> warning.contains("what stands before it was read"));
    }

    @Test
    void json_without_songs_is_refused() throws IOException {
        assertThatThrownBy(() -> load("none.json", "\n"))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("there is no JSON object in it");
        assertThatThrownBy(() -> load("other.json", "{\"a\": 1}\n"))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("this is no song table");
    }

    @Test
    void a_json_file_is_a_table_too() throws IOException {
        Path file = Files.writeString(folder.resolve("t.jsonl"), "{\"a\":1}\n{\"b\":\"x\",\"a\":2}\n");
        assertThat(Tables.load(file).columnNames()).isEqualTo(List.of("a", "b"));
        assertThat(Tables.load(file).intColumn("a").asList()).containsExactly(1, 2);
    }

    @Test
    void a_folder_stands_for_its_parquet_files_in_the_order_of_their_names() throws IOException {
        Catalog sample = Catalog.sample();
        Path table = Files.createDirectory(folder.resolve("songs.parquet"));
        CatalogWriter.write(new Catalog("late", sample.tracks().subList(100, 200)), table.resolve("part-1.parquet"));
        CatalogWriter.write(new Catalog("early", sample.tracks().subList(0, 100)), table.resolve("part-0.parquet"));
        Files.writeString(table.resolve("_SUCCESS"), "");
        Files.writeString(table.resolve(".part-0.parquet.crc"), "x");
        LoadResult result = Catalog.loader().load(table);
        assertThat(result.catalog().tracks())
                .extracting(Track::id)
                .isEqualTo(
                        sample.tracks().subList(0, 200).stream().map(Track::id).toList());
        assertThat(result.catalog().source()).isEqualTo("songs.parquet");
        assertThat(result.report().files()).extracting("file").containsExactly("part-0.parquet", "part-1.parquet");
        assertThatThrownBy(() -> Catalog.load(folder))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("this is a folder without Parquet files");
    }

    @Test
    void a_folder_is_one_table_for_other_rows_too() throws IOException {
        Path parts = Files.createDirectory(folder.resolve("parts"));
        Catalog sample = Catalog.sample();
        CatalogWriter.write(sample.selectRows(0, 1, 2), parts.resolve("part-0.parquet"));
        CatalogWriter.write(sample.selectRows(3, 4), parts.resolve("part-1.parquet"));
        Table table = Tables.load(parts);
        assertThat(table.stringColumn("id").asList())
                .containsExactlyElementsOf(
                        sample.tracks().subList(0, 5).stream().map(Track::id).toList());
        assertThat(table.name()).isEqualTo("parts");
        assertThat(Tables.read(parts).report().read()).isEqualTo(5);
    }
}
