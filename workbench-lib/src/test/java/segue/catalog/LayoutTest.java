package segue.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayoutTest {
    @TempDir
    Path folder;

    @Test
    void the_kaggle_layout_is_told_by_its_header_and_every_field_is_read() throws IOException {
        LoadResult result = SongFile.load(folder, SongFile.THREE);
        assertThat(result.report().layout()).isEqualTo("kaggle");
        Track track = result.catalog().track(0);
        assertThat(track.id()).isEqualTo("id1");
        assertThat(track.artists()).containsExactly("Warren G", "Gigi D'Agostino");
        assertThat(track.year()).hasValue(1994);
        assertThat(track.releaseDate()).contains("1994-06-07");
        assertThat(track.durationMillis()).hasValue(179933);
        assertThat(track.popularity()).hasValue(38);
        assertThat(track.explicit()).contains(true);
        assertThat(track.key()).hasValue(7);
        assertThat(track.mode()).hasValue(1);
        assertThat(track.audio().energy()).isEqualTo(0.437f);
        assertThat(track.audio().loudness()).isEqualTo(-12.609f);
        assertThat(result.catalog().track(1).name()).isEqualTo("Say \"Hi\", 🔥");
        assertThat(result.catalog().track(2).name()).isEqualTo("NA");
        assertThat(result.catalog().track(2).artists()).isEmpty();
    }

    @Test
    void columns_may_stand_in_any_order() throws IOException {
        List<List<String>> cells = Arrays.stream((SongFile.HEADER + SongFile.row("id1", "One", "['A']")).split("\n"))
                .map(line -> List.of(line.split(",")))
                .toList();
        List<Integer> order = new java.util.ArrayList<>(
                java.util.stream.IntStream.range(0, 19).boxed().toList());
        Track expected = SongFile.load(folder, joined(cells, order)).catalog().track(0);
        Random random = new Random(7);
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(order, random);
            assertThat(SongFile.load(folder, joined(cells, order)).catalog().track(0))
                    .isEqualTo(expected);
        }
    }

    private static String joined(List<List<String>> cells, List<Integer> order) {
        return cells.stream()
                .map(row -> order.stream().map(row::get).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void an_unnamed_index_column_and_unknown_columns_are_reported_as_ignored() throws IOException {
        String text = "," + SongFile.HEADER.replace("\n", ",Cluster\n") + "0,"
                + SongFile.row("id1", "One", "['A']").replace("\n", ",2\n");
        CleaningReport report = SongFile.load(folder, text).report();
        assertThat(report.kept()).isEqualTo(1);
        assertThat(report.files().getFirst().ignored()).containsExactly("(unnamed)", "Cluster");
        assertThat(report.files().getFirst().columns()).containsEntry("duration_ms", "duration_ms");
    }

    @Test
    void a_byte_order_mark_crlf_and_upper_case_names_change_nothing() throws IOException {
        Catalog plain = SongFile.load(folder, SongFile.THREE).catalog();
        String header = SongFile.HEADER.toUpperCase(java.util.Locale.ROOT);
        String windows =
                "\uFEFF" + SongFile.THREE.replace(SongFile.HEADER, header).replace("\n", "\r\n");
        assertThat(SongFile.load(folder, windows).catalog().tracks()).isEqualTo(plain.tracks());
        assertThat(SongFile.load(folder, SongFile.THREE.replace("\n", "\r"))
                        .catalog()
                        .tracks())
                .isEqualTo(plain.tracks());
    }

    @Test
    void utf_16_with_a_mark_is_read() throws IOException {
        Catalog plain = SongFile.load(folder, SongFile.THREE).catalog();
        for (var charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            Path file = SongFile.write(folder, ("\uFEFF" + SongFile.THREE).getBytes(charset));
            assertThat(Catalog.load(file).tracks()).isEqualTo(plain.tracks());
        }
    }

    @Test
    void gzip_is_told_by_its_first_bytes_not_by_the_name() throws IOException {
        Path file = SongFile.write(folder, SongFile.gzip(SongFile.THREE.getBytes(StandardCharsets.UTF_8)));
        assertThat(Catalog.load(file).size()).isEqualTo(3);
    }

    @Test
    void semicolons_and_tabs_may_separate_fields() throws IOException {
        String plain = SongFile.HEADER + SongFile.row("id1", "One", "['A']");
        assertThat(SongFile.load(folder, plain.replace(',', ';')).catalog().size())
                .isEqualTo(1);
        assertThat(SongFile.load(folder, plain.replace(',', '\t')).catalog().size())
                .isEqualTo(1);
    }

    @Test
    void the_union_layout_joins_all_its_genre_labels() throws IOException {
        String text = SongFile.HEADER.replace("\n", ",hit_decade,playlist_genre,playlist_subgenre,track_genre,source\n")
                + SongFile.row("id1", "One", "['A']").replace("\n", ",2010,edm|pop,big room,techno|edm,x|y\n");
        LoadResult result = SongFile.load(folder, text);
        assertThat(result.report().layout()).isEqualTo("union");
        assertThat(result.catalog().track(0).genres()).containsExactly("edm", "pop", "big room", "techno");
        assertThat(result.report().files().getFirst().ignored()).containsExactly("hit_decade", "source");
    }

    @Test
    void a_playlists_table_merges_the_rows_of_a_track_and_joins_their_genres() throws IOException {
        String header = "track_id,track_name,track_artist,track_popularity,track_album_release_date,playlist_name,"
                + "playlist_genre,playlist_subgenre,danceability,energy,key,loudness,mode,speechiness,acousticness,"
                + "instrumentalness,liveness,valence,tempo,duration_ms\n";
        String song =
                "t1,Song,\"Tyler, The Creator\",66,2019-06,Mix,%s,%s,0.7,0.9,6,-2.6,1,0.05,0.1,0,0.06,0.5,122,1000\n";
        LoadResult result =
                SongFile.load(folder, header + song.formatted("pop", "dance pop") + song.formatted("edm", "dance pop"));
        assertThat(result.report().layout()).isEqualTo("playlists");
        assertThat(result.report().merges())
                .containsExactly(new CleaningReport.Merge(null, 3, "t1", List.of("genre edm")));
        Track track = result.catalog().track(0);
        assertThat(track.genres()).containsExactly("pop", "dance pop", "edm");
        assertThat(track.artists()).containsExactly("Tyler, The Creator");
        assertThat(track.year()).hasValue(2019);
        assertThat(track.explicit()).isEmpty();
    }

    @Test
    void a_file_that_is_no_song_table_is_refused_with_what_it_has_and_what_it_needs() throws IOException {
        Path file = SongFile.write(folder, "id,name,tempo\n1,x,2\n");
        assertThatThrownBy(() -> Catalog.load(file))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("songs.csv, line 1")
                .hasMessageContaining("it lacks acousticness, danceability")
                .hasMessageContaining("found id, name, tempo")
                .hasMessageContaining("needs an id (id or track_id)");
    }

    @Test
    void means_by_artist_are_refused_with_the_way_to_read_them() throws IOException {
        Path file = SongFile.write(folder, SongFile.THREE.replaceFirst(",id,", ",count,"));
        assertThatThrownBy(() -> Catalog.load(file)).hasMessageContaining("ArtistGenres.load");
    }

    @Test
    void missing_empty_and_wrong_kinds_of_file_are_refused_by_name() throws IOException {
        Path empty = SongFile.write(folder, "");
        assertThatThrownBy(() -> Catalog.load(empty))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("empty");
        assertThatThrownBy(() -> Catalog.load(folder))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("folder");
        assertThatThrownBy(() -> Catalog.load(folder.resolve("no.csv")))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("no such file");
        Path zip = Files.write(folder.resolve("a.zip"), new byte[] {'P', 'K', 3, 4, 0});
        assertThatThrownBy(() -> Catalog.load(zip))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("zip");
    }

    @Test
    void a_header_alone_is_an_empty_catalogue() throws IOException {
        LoadResult result = SongFile.load(folder, SongFile.HEADER);
        assertThat(result.catalog().size()).isZero();
        assertThat(result.report().read()).isZero();
    }
}
