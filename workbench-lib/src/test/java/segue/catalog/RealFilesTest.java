package segue.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Counts of the real files, each found independently by a few lines of Python. */
class RealFilesTest {
    private Path data;

    @BeforeEach
    void needsTheData() {
        String folder = System.getenv("SEGUE_DATA");
        Assumptions.assumeTrue(
                folder != null && !folder.isBlank(), "SEGUE_DATA is not set, the real files are not here");
        data = Path.of(folder);
    }

    private LoadResult load(String file) {
        return Catalog.loader().load(data.resolve(file));
    }

    private static void counts(CleaningReport report, String layout, long read, long kept, long merged) {
        assertThat(report.layout()).isEqualTo(layout);
        assertThat(List.of(report.read(), report.kept(), report.merged(), report.rejected()))
                .containsExactly(read, kept, merged, 0L);
    }

    @Test
    void the_union_of_105_681_rows_is_kept_whole() {
        LoadResult result = load("songs/spotify-union-105k.csv.gz");
        counts(result.report(), "union", 105_681, 105_681, 0);
        List<Track> tracks = result.catalog().tracks();
        assertThat(tracks.stream().filter(track -> track.year().isEmpty())).hasSize(43_629);
        assertThat(tracks.stream().filter(track -> track.popularity().isEmpty()))
                .hasSize(35_789 + 5_657);
        assertThat(tracks.stream().filter(track -> track.explicit().isEmpty())).hasSize(61_766);
        assertThat(tracks.stream().filter(track -> track.artists().isEmpty())).hasSize(818);
        assertThat(tracks.stream().filter(track -> track.name().isEmpty())).hasSize(4);
        assertThat(tracks.stream().filter(track -> !track.genres().isEmpty())).hasSize(36_702);
        assertThat(tracks.stream().filter(track -> track.sameRecordingAs().isPresent()))
                .hasSize(4_193);
        assertThat(tracks.stream().mapToInt(track -> track.artists().size()).sum())
                .isEqualTo(113_440);
    }

    @Test
    void the_kaggle_sample_is_kept_whole_and_its_index_ignored() {
        LoadResult result = load("songs/kaggle-15k.csv.gz");
        counts(result.report(), "kaggle", 15_000, 15_000, 0);
        assertThat(result.report().files().getFirst().ignored()).containsExactly("(unnamed)", "Cluster");
    }

    @Test
    void the_playlists_table_has_28_356_tracks_in_6_genres_and_24_subgenres() {
        LoadResult result = load("playlists/spotify-playlists-32k.csv.gz");
        counts(result.report(), "playlists", 32_833, 28_356, 4_477);
        assertThat(result.catalog().tracks().stream()
                        .flatMap(track -> track.genres().stream())
                        .distinct())
                .hasSize(30);
        assertThat(result.catalog().tracks()).anyMatch(track -> track.artists().equals(List.of("[:SITD:]")));
        assertThat(result.catalog().tracks()).anyMatch(track -> track.artists().equals(List.of("Tyler, The Creator")));
        assertThat(result.catalog().tracks()).anyMatch(track -> track.artists().equals(List.of("Khea", "Omar Varela")));
    }

    @Test
    void the_tables_of_means_are_read() {
        assertThat(Tables.load(data.resolve("genres/by-genre.csv.gz")).rowCount())
                .isEqualTo(2_973);
        assertThat(Tables.load(data.resolve("genres/by-year.csv.gz")).rowCount())
                .isEqualTo(100);
        ArtistGenres genres = ArtistGenres.load(data.resolve("genres/artists-with-genres.csv.gz"));
        assertThat(genres.report().read()).isEqualTo(28_680);
        assertThat(genres.report().rejected()).isZero();
        assertThat(genres.genresOf("Weird Al Yankovic")).containsExactly("comedy rock", "comic", "parody");
    }

    @Test
    void every_file_of_the_manifest_that_is_here_is_the_one_meant() {
        assertThat(DataSets.known().check(data))
                .filteredOn(check -> check.state() != DataSets.State.MISSING)
                .hasSize(9)
                .allMatch(check -> check.state() == DataSets.State.OK);
    }

    @Test
    void the_catalogue_opens_from_the_data_folder() {
        Catalog catalog = Catalog.open();
        assertThat(catalog.size()).isEqualTo(105_681);
        assertThat(catalog.source()).startsWith("songs/spotify-union-105k.csv.gz");
        assertThat(catalog.tracks().stream().filter(track -> !track.genres().isEmpty()))
                .hasSize(36_702 + 55_442);
        assertThat(catalog.checksum()).contains("8fd1c6c7d34c");
    }
}
