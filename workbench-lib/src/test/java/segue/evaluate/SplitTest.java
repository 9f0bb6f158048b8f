package segue.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import segue.catalog.playlists.Playlist;
import segue.catalog.playlists.Playlists;

class SplitTest {
    private static final EvaluationData DATA = InventedPlaylists.data();

    private Split entries(long seed) {
        return Split.ofEntries(DATA.songs(), DATA.playlists(), 0.2, seed);
    }

    private Split songs(long seed) {
        return Split.ofSongs(DATA.songs(), DATA.playlists(), DATA.genres(), 0.2, seed);
    }

    private void partsMakeTheWhole(Split split) {
        for (HeldOut question : split.questions()) {
            int[] shown =
                    split.training().playlists().lists().get(question.list()).songs();
            assertThat(shown).isEqualTo(question.seeds()).doesNotContain(question.songs());
            assertThat(IntStream.concat(Arrays.stream(shown), Arrays.stream(question.songs())))
                    .containsExactlyInAnyOrder(Arrays.stream(DATA.playlists()
                                    .lists()
                                    .get(question.list())
                                    .songs())
                            .boxed()
                            .toArray(Integer[]::new));
        }
    }

    @Test
    void a_fifth_of_every_playlist_is_held_back_and_is_not_in_the_training() {
        Split split = entries(1);
        assertThat(split.questions()).hasSize(60).allMatch(question -> question.songs().length == 4);
        partsMakeTheWhole(split);
    }

    @Test
    void songs_that_are_held_back_stand_in_no_playlist_of_the_training_and_have_no_label() {
        Split split = songs(1);
        assertThat(split.cold().cardinality()).isEqualTo(InventedPlaylists.SONGS / 5);
        int[] counts = split.training().playlists().counts();
        assertThat(split.cold().stream())
                .allMatch(row -> counts[row] == 0 && !split.training().genres().has(row));
        assertThat(split.questions())
                .allMatch(question -> Arrays.stream(question.songs()).allMatch(split.cold()::get)
                        && Arrays.stream(question.seeds()).noneMatch(split.cold()::get));
        partsMakeTheWhole(split);
    }

    @Test
    void the_training_knows_no_genre_of_a_song() {
        assertThat(DATA.songs().tracks()).anyMatch(track -> !track.genres().isEmpty());
        assertThat(entries(1).training().songs().tracks())
                .allMatch(track -> track.genres().isEmpty());
        assertThat(entries(1).training().genres().labelled()).isZero();
        assertThat(songs(1).training().songs().tracks())
                .allMatch(track -> track.genres().isEmpty());
    }

    @Test
    void cold_songs_of_a_split_by_entries_are_those_that_the_training_has_in_no_playlist() {
        Split split = entries(2);
        int[] all = DATA.playlists().counts();
        int[] seen = split.training().playlists().counts();
        for (int row = 0; row < all.length; row++) {
            assertThat(split.cold().get(row)).isEqualTo(all[row] > 0 && seen[row] == 0);
        }
    }

    @Test
    void the_same_seed_splits_alike_and_another_does_not() {
        assertThat(entries(1).questions().getFirst().songs())
                .isEqualTo(entries(1).questions().getFirst().songs())
                .isNotEqualTo(entries(2).questions().getFirst().songs());
        assertThat(songs(1).cold()).isEqualTo(songs(1).cold()).isNotEqualTo(songs(2).cold());
    }

    @Test
    void a_training_is_split_once_more_without_touching_the_outer_questions() {
        Split outer = entries(1);
        Training known = outer.training();
        Split inner = Split.ofEntries(known.songs(), known.playlists(), 0.2, 9);
        for (int i = 0; i < outer.questions().size(); i++) {
            HeldOut question = inner.questions().get(i);
            assertThat(question.songs()).doesNotContain(outer.questions().get(i).songs());
        }
    }

    @Test
    void of_a_playlist_of_one_song_nothing_is_held_back() {
        Playlists small =
                new Playlists(InventedPlaylists.SONGS, List.of(new Playlist("a", "", 3), new Playlist("b", "", 4, 5)));
        Split split = Split.ofEntries(DATA.songs(), small, 0.2, 1);
        assertThat(split.questions()).singleElement().satisfies(question -> {
            assertThat(question.list()).isEqualTo(1);
            assertThat(question.songs()).hasSize(1);
        });
        assertThat(split.training().playlists().lists().getFirst().songs()).containsExactly(3);
    }

    @Test
    void a_share_is_between_0_and_1() {
        assertThatThrownBy(() -> Split.ofEntries(DATA.songs(), DATA.playlists(), 1, 1))
                .hasMessage("the share held back must be in (0, 1) but was 1.0");
    }
}
