package segue.catalog.playlists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.catalog.Catalog;

class PlaylistsTest {
    private static final Catalog CATALOG = Catalog.sample();

    @TempDir
    Path folder;

    private String id(int row) {
        return CATALOG.track(row).id();
    }

    private String slice(int pid, int... rows) {
        String tracks = IntStream.of(rows)
                .mapToObj("{\"pos\": 0, \"track_uri\": \"spotify:track:%s\", \"track_name\": \"\"}"::formatted)
                .collect(Collectors.joining(","));
        for (int row : rows) {
            tracks = tracks.replaceFirst("track:" + row + "\"", "track:" + id(row) + "\"");
        }
        return "{\"name\": \"List\", \"pid\": %d, \"tracks\": [%s], \"num_tracks\": %d}"
                .formatted(pid, tracks, rows.length);
    }

    private void write(String name, String playlists) throws IOException {
        Files.writeString(folder.resolve(name), "{\"info\": {\"slice\": \"0\"}, \"playlists\": [" + playlists + "]}");
    }

    @Test
    void lists_of_a_table_are_told_by_id_since_several_share_a_name() throws IOException {
        Path table = Files.writeString(folder.resolve("lists.csv"), """
                track_id,playlist_name,playlist_id,playlist_genre,playlist_subgenre
                %s,Pop,a,pop,dance pop
                %s,Pop,b,rock,hard rock
                %s,Pop,a,pop,dance pop
                %s,Pop,a,pop,electropop
                nowhere,Pop,a,pop,electropop
                """.formatted(id(5), id(5), id(2), id(5)));

        LoadedPlaylists loaded = Playlists.load(table, CATALOG);

        assertThat(loaded.playlists().lists()).extracting(Playlist::id).containsExactly("a", "b");
        assertThat(loaded.playlists().lists().getFirst().songs()).containsExactly(5, 2);
        assertThat(loaded.playlists().lists().getLast().songs()).containsExactly(5);
        assertThat(loaded.genres().get(5)).isEqualTo(Set.of("pop", "rock"));
        assertThat(loaded.subgenres().get(5)).containsExactly("dance pop", "hard rock", "electropop");
        assertThat(loaded.genres().get(4)).isEmpty();
        PlaylistReport report = loaded.report();
        assertThat(report.read()).isEqualTo(5);
        assertThat(report.kept()).isEqualTo(3);
        assertThat(report.repeated()).isEqualTo(1);
        assertThat(report.unmatched()).isEqualTo(1);
        assertThat(report.examples()).containsExactly("nowhere");
    }

    @Test
    void slices_of_a_folder_are_read_in_the_order_of_their_numbers() throws IOException {
        write("mpd.slice.1000-1999.json", slice(1000, 9, 8));
        write("mpd.slice.0-999.json", slice(0, 3, 1) + "," + slice(1, 4));
        Files.writeString(folder.resolve("README"), "not a slice");

        Playlists playlists = Playlists.load(folder, CATALOG).playlists();

        assertThat(playlists.lists()).extracting(Playlist::id).containsExactly("0", "1", "1000");
        assertThat(playlists.lists().getLast().songs()).containsExactly(9, 8);
        assertThat(playlists.counts()[4]).isEqualTo(1);
        assertThat(playlists.listsOfSongs()[8]).containsExactly(2);
    }

    @Test
    void a_slice_that_breaks_off_gives_its_whole_playlists_and_says_where() throws IOException {
        Path cut = folder.resolve("mpd.slice.0-999.json");
        Files.writeString(
                cut,
                "{\"playlists\": [\n" + slice(0, 3, 1) + ",\n" + slice(1, 4, 5).substring(0, 80));

        LoadedPlaylists loaded = Playlists.load(cut, CATALOG);

        assertThat(loaded.playlists().size()).isEqualTo(1);
        assertThat(loaded.report().notes())
                .singleElement()
                .asString()
                .contains("line 3", "1 playlists before it were read", "was left out");
    }

    @Test
    void a_playlist_has_rows_of_its_catalogue_each_once() {
        assertThatThrownBy(() -> new Playlist("p", "P", 1, 1)).hasMessageContaining("each once");
        assertThatThrownBy(() -> new Playlists(3, java.util.List.of(new Playlist("p", "P", 3))))
                .hasMessageContaining("row 3");
    }
}
