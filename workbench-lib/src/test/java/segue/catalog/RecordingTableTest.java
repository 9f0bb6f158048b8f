package segue.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A features.csv is a catalogue, and says what is wrong with it where it is not. */
class RecordingTableTest {
    @TempDir
    Path folder;

    private LoadResult load(RecordingFile file) throws IOException {
        return Catalog.loader().load(file.write(folder));
    }

    @Test
    void a_recording_is_a_song_with_its_path_as_id() throws IOException {
        LoadResult result = load(RecordingFile.invented(3, 4));

        assertThat(result.report().layout()).isEqualTo("recordings");
        assertThat(result.report().kept()).isEqualTo(12);
        Track track = result.catalog().track(5);
        assertThat(track.id()).isEqualTo("family1/take1.flac");
        assertThat(track.name()).isEqualTo("Family 1, take 1");
        assertThat(track.artists()).containsExactly("Band 1", "Guest");
        assertThat(track.genres()).containsExactly("genre 1");
        assertThat(track.year()).hasValue(2001);
        assertThat(track.durationMillis()).hasValue(10_500);
        assertThat(track.key()).hasValue(3);
        assertThat(track.mode()).hasValue(1);
    }

    @Test
    void a_recording_without_tags_is_called_by_its_file() throws IOException {
        Track track = load(RecordingFile.invented(1, 2)).catalog().track(0);

        assertThat(track.name()).isEqualTo("take0");
        assertThat(track.artists()).isEmpty();
        assertThat(track.year()).isEmpty();
        assertThat(track.genres()).isEmpty();
    }

    @Test
    void the_features_are_the_descriptors_that_recordings_are_compared_by() throws IOException {
        Catalog catalog = load(RecordingFile.invented(3, 4)).catalog();

        assertThat(catalog.features().columns()).isEqualTo(83);
        assertThat(catalog.space().columns())
                .hasSize(83)
                .contains("mfcc1_mean", "tempo", "contrast7_var")
                .doesNotContain("mfcc1_delta_var", "loudness_lufs", "energy");
        assertThat(catalog.points().rows()).isEqualTo(12);
    }

    @Test
    void what_is_only_shown_may_be_missing() throws IOException {
        Catalog catalog = load(RecordingFile.invented(1, 2)).catalog();

        assertThat(catalog.track(0).features().get("loudness_lufs")).isEmpty();
        assertThat(catalog.track(1).features().get("loudness_lufs")).hasValue(-14.5);
        assertThat(catalog.space().shown()).contains("tempo", "loudness_lufs").doesNotContain("dynamic_range");
    }

    @Test
    void a_recording_has_no_features_of_song_tables() throws IOException {
        Track track = load(RecordingFile.invented(1, 1)).catalog().track(0);

        assertThatThrownBy(track::audio)
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("was measured from its recording");
    }

    @Test
    void a_copy_of_a_recording_is_marked_and_one_of_an_unknown_recording_is_not() throws IOException {
        Catalog catalog = load(RecordingFile.invented(1, 3)
                        .with(1, "same_recording_as", "family0/take0.flac")
                        .with(2, "same_recording_as", "gone.mp3"))
                .catalog();

        assertThat(catalog.track(1).sameRecordingAs()).hasValue("family0/take0.flac");
        assertThat(catalog.track(2).sameRecordingAs()).isEmpty();
    }

    @Test
    void the_contrast_is_used_where_it_was_measured() throws IOException {
        RecordingFile file = RecordingFile.invented(2, 2);
        for (int band = 1; band <= 7; band++) {
            file.without("contrast" + band + "_mean").without("contrast" + band + "_var");
        }

        assertThat(load(file).catalog().features().columns()).isEqualTo(69);
    }

    @ParameterizedTest
    @ValueSource(strings = {"path", "mfcc20_var", "tempo", "chroma11_mean"})
    void a_table_that_lacks_a_column_is_refused_with_its_name(String column) {
        assertThatThrownBy(() -> load(RecordingFile.invented(1, 2).without(column)))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("features.csv, line 1")
                .hasMessageContaining("it lacks " + column + ".")
                .hasMessageContaining("./segue features");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "loud", "", "1e300"})
    void a_row_without_a_number_is_rejected_with_line_and_column(String value) throws IOException {
        CleaningReport report =
                load(RecordingFile.invented(1, 3).with(1, "mfcc3_mean", value)).report();

        assertThat(report.kept()).isEqualTo(2);
        assertThat(report.rejections()).singleElement().satisfies(rejection -> {
            assertThat(rejection.line()).isEqualTo(3);
            assertThat(rejection.reason()).startsWith("mfcc3_mean ");
        });
    }

    @Test
    void a_row_of_a_file_that_could_not_be_measured_is_rejected_in_a_few_words() throws IOException {
        RecordingFile file = RecordingFile.invented(1, 2);
        for (String column : load(file).catalog().space().columns()) {
            file.with(0, column, "");
        }

        assertThat(load(file).report().rejections())
                .singleElement()
                .satisfies(rejection -> assertThat(rejection.reason())
                        .isEqualTo("mfcc1_mean is missing; mfcc1_var is missing; mfcc2_mean is missing; and 80 more"));
    }

    @Test
    void a_table_of_a_header_alone_is_an_empty_catalogue() throws IOException {
        String header = RecordingFile.invented(1, 1).text().lines().findFirst().orElseThrow();
        Path file = Files.writeString(folder.resolve("features.csv"), header + "\n");

        assertThat(Catalog.load(file).size()).isZero();
    }

    @Test
    void recordings_and_songs_of_tables_are_not_mixed() throws IOException {
        Path recordings = RecordingFile.invented(1, 2).write(folder);
        Path songs = Files.writeString(folder.resolve("songs.csv"), SongFile.THREE);

        assertThatThrownBy(() -> Catalog.load(songs, recordings))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("descriptors of recordings")
                .hasMessageContaining("the nine features of song tables")
                .hasMessageContaining("load one kind at a time");
    }

    @Test
    void a_catalogue_of_recordings_reads_back_equal() throws IOException {
        Catalog catalog = load(RecordingFile.invented(2, 3).with(1, "same_recording_as", "family0/take0.flac"))
                .catalog();
        Path copy = folder.resolve("copy.csv");
        CatalogWriter.write(catalog, copy);

        assertThat(Catalog.load(copy).tracks()).isEqualTo(catalog.tracks());
        assertThat(Catalog.ofTable(catalog.table()).tracks()).isEqualTo(catalog.tracks());
    }

    @Test
    void a_catalogue_of_recordings_is_not_written_as_parquet() throws IOException {
        Catalog catalog = load(RecordingFile.invented(1, 2)).catalog();

        assertThatThrownBy(() -> CatalogWriter.write(catalog, folder.resolve("x.parquet")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("write them as .csv");
    }

    @Test
    void summaries_have_what_is_shown_of_recordings() throws IOException {
        Catalog catalog = load(RecordingFile.invented(3, 4)).catalog();

        assertThat(CatalogSummary.columns(catalog).stringColumn("column").asList())
                .startsWith("tempo", "loudness_lufs", "spectral_centroid_mean");
        assertThat(CatalogSummary.columns(catalog).intColumn("missing").get(1)).isEqualTo(3);
        assertThat(CatalogSummary.byGenre(catalog, 1).columnNames()).contains("genre", "songs", "tempo");
        assertThat(CatalogSummary.outliers(catalog, 2).rowCount()).isEqualTo(2);
        assertThat(CatalogSummary.genreProfiles(catalog, 2).genres()).isEqualTo(List.of("genre 1", "genre 2"));
    }
}
