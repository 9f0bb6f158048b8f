package segue.catalog.playlists;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import segue.catalog.Catalog;

/** Counts of the real files, each found independently by a few lines of Python. */
class RealPlaylistsTest {
    private Path data;

    @BeforeEach
    void needsTheData() {
        String folder = System.getenv("SEGUE_DATA");
        Assumptions.assumeTrue(
                folder != null && !folder.isBlank(), "SEGUE_DATA is not set, the real files are not here");
        data = Path.of(folder);
    }

    @Test
    void the_471_playlists_are_keyed_on_their_id() {
        Path file = data.resolve("playlists/spotify-playlists-32k.csv.gz");
        LoadedPlaylists loaded = Playlists.load(file, Catalog.load(file));
        assertThat(loaded.playlists().size()).isEqualTo(471);
        assertThat(loaded.playlists().songs()).isEqualTo(28_356);
        assertThat(loaded.playlists().entries()).isEqualTo(32_251);
        assertThat(loaded.report().read()).isEqualTo(32_833);
        assertThat(loaded.report().repeated()).isEqualTo(582);
        assertThat(loaded.report().byId()).isEqualTo(32_251);
        assertThat(loaded.playlists().lists().stream().map(Playlist::name).distinct())
                .hasSize(449);
        assertThat(loaded.genres().stream().filter(labels -> labels.size() > 1)).hasSize(1_687);
        Set<String> subgenres = loaded.subgenres().stream().flatMap(Set::stream).collect(Collectors.toSet());
        assertThat(subgenres).hasSize(24);
    }

    @Test
    void a_slice_that_is_cut_gives_37_whole_playlists_and_says_where_it_breaks_off() {
        LoadedPlaylists loaded = Playlists.load(data.resolve("malformed/mpd-slice-truncated.json"), Catalog.open(data));
        assertThat(loaded.report().read())
                .isEqualTo(loaded.report().kept()
                        + loaded.report().repeated()
                        + loaded.report().unmatched());
        assertThat(loaded.report().notes())
                .singleElement()
                .asString()
                .contains("line 21,320", "37 playlists before it were read", "left out");
        assertThat(loaded.report().kept()).isPositive();
    }
}
