package segue.recommend.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import segue.catalog.Catalog;
import segue.catalog.Track;

class CommonGenresTest {
    private static final CommonGenres ANY = new CommonGenres(1, 4_096, Integer.MAX_VALUE, 1);

    /** Songs with these labels, in their order. */
    private static Catalog labelled(List<List<String>> labels) {
        List<Track> tracks = new ArrayList<>();
        for (int row = 0; row < labels.size(); row++) {
            Track of = Catalog.sample().track(row);
            tracks.add(new Track(
                    of.id(),
                    of.name(),
                    of.artists(),
                    of.features(),
                    of.year(),
                    of.releaseDate(),
                    of.durationMillis(),
                    of.popularity(),
                    of.explicit(),
                    of.key(),
                    of.mode(),
                    labels.get(row),
                    of.sameRecordingAs()));
        }
        return new Catalog("labelled", tracks);
    }

    private static final Catalog SONGS = labelled(List.of(
            List.of("rock", "art rock"),
            List.of("rock", "folk"),
            List.of(),
            List.of("folk", "rock"),
            List.of("polka")));

    @Test
    void labels_of_few_songs_are_not_kept() {
        assertThat(ANY.withFewestSongs(2).of(SONGS))
                .containsExactly(
                        List.of("rock"), List.of("rock", "folk"), List.of(), List.of("folk", "rock"), List.of());
    }

    @Test
    void of_many_labels_those_of_most_songs_are_kept_and_of_equal_ones_the_first_by_letters() {
        List<String> kept =
                ANY.withMostLabels(3).of(SONGS).stream().flatMap(List::stream).toList();
        assertThat(kept).containsOnly("rock", "folk", "art rock");
    }

    @Test
    void a_label_that_is_written_in_two_ways_is_one_by_its_more_common_name() {
        Catalog songs = labelled(List.of(
                List.of("Hip-Hop", "pop"), List.of("hip hop", "Hip-Hop"), List.of("hip hop"), List.of("hip hop")));
        assertThat(ANY.of(songs))
                .containsExactly(List.of("hip hop", "pop"), List.of("hip hop"), List.of("hip hop"), List.of("hip hop"));
    }

    @Test
    void of_many_songs_some_are_drawn_the_same_ones_for_the_same_seed() {
        Catalog many = labelled(
                Stream.generate(() -> List.of("rock", "folk")).limit(200).toList());
        List<List<String>> drawn = ANY.withMostSongs(50).of(many);
        assertThat(drawn).hasSize(200).filteredOn(of -> !of.isEmpty()).hasSize(50);
        assertThat(ANY.withMostSongs(50).of(many)).isEqualTo(drawn);
        assertThat(ANY.withMostSongs(50).withSeed(2).of(many)).isNotEqualTo(drawn);
    }

    @Test
    void a_catalogue_with_nothing_to_learn_is_told_what_to_do() {
        assertThatThrownBy(() -> CommonGenres.defaults().of(SONGS))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("at least two labels of 20 songs each")
                .hasMessageContaining("the labels of 4 songs")
                .hasMessageContaining("name a song table with genres");
        assertThatThrownBy(() -> ANY.of(labelled(List.of(List.of()))))
                .hasMessageContaining("no song of ")
                .hasMessageContaining("has a label");
    }

    @Test
    void numbers_out_of_range_are_refused() {
        assertThatThrownBy(() -> ANY.withMostLabels(1)).hasMessage("most labels must be in [2, 4,096] but was 1");
        assertThatThrownBy(() -> ANY.withFewestSongs(0)).hasMessage("fewest songs must be at least 1 but was 0");
        assertThatThrownBy(() -> ANY.withMostSongs(1)).hasMessage("most songs must be at least 2 but was 1");
    }
}
