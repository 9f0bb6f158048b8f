package segue.catalog.playlists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import segue.catalog.Catalog;
import segue.catalog.Track;

class InventedPlaylistsTest {
    private static final Catalog SONGS = Catalog.sample();
    private static final Playlists LISTS = Playlists.invented(SONGS);

    @Test
    void the_same_songs_have_the_same_lists() {
        Playlists again = Playlists.invented(SONGS);
        assertThat(again.lists()).extracting(Playlist::name).isEqualTo(names());
        for (int list = 0; list < LISTS.size(); list++) {
            assertThat(again.lists().get(list).songs())
                    .isEqualTo(LISTS.lists().get(list).songs());
        }
    }

    @Test
    void lists_have_the_lengths_that_people_keep() {
        assertThat(LISTS.lists())
                .hasSize(240)
                .allSatisfy(list -> assertThat(list.size()).isBetween(20, 60));
    }

    @Test
    void most_songs_of_a_list_are_of_the_genre_in_its_name() {
        assertThat(LISTS.lists().stream().filter(list -> share(list) > 0.5).count())
                .isGreaterThan(LISTS.size() * 3 / 4);
    }

    @Test
    void artists_come_back_within_a_list() {
        long repeated = LISTS.lists().stream()
                .mapToLong(list -> list.size()
                        - Arrays.stream(list.songs())
                                .mapToObj(row -> SONGS.track(row).artistLine())
                                .distinct()
                                .count())
                .sum();
        assertThat(repeated).isGreaterThan(LISTS.entries() / 4);
    }

    @Test
    void songs_without_genres_are_refused() {
        Track bare = SONGS.track(0).withGenres(List.of());
        Catalog catalog = new Catalog("bare songs", List.of(bare));
        assertThatThrownBy(() -> Playlists.invented(catalog))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("playlists are invented for songs with genres and valence")
                .hasMessageContaining("bare songs");
    }

    private static List<String> names() {
        return LISTS.lists().stream().map(Playlist::name).toList();
    }

    private static double share(Playlist list) {
        String genre =
                list.name().substring(list.name().indexOf(' ') + 1, list.name().indexOf(','));
        return Arrays.stream(list.songs())
                        .filter(row -> SONGS.track(row).genres().contains(genre))
                        .count()
                / (double) list.size();
    }
}
