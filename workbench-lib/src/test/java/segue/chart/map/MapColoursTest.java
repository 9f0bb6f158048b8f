package segue.chart.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import segue.catalog.Catalog;
import segue.catalog.Track;

/** Colourings by the names that people type. */
class MapColoursTest {
    /** Ten songs of each of three kinds, all of a kind alike. */
    private static Catalog threeKinds() {
        List<Track> songs = MappedSongs.catalog().tracks();
        return new Catalog(
                "three kinds",
                IntStream.range(0, 30)
                        .mapToObj(i -> like(songs.get(i), songs.get(200 * (i % 3))))
                        .toList());
    }

    private static Track like(Track song, Track model) {
        return new Track(
                song.id(),
                song.name(),
                song.artists(),
                model.audio(),
                song.year(),
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                song.genres(),
                Optional.empty());
    }

    @Test
    void songs_of_which_few_differ_have_fewer_clusters() {
        Colouring.Groups clusters =
                (Colouring.Groups) MapColours.of(threeKinds()).named("cluster");
        assertThat(clusters.names()).hasSize(3);
    }

    @Test
    void who_asks_for_more_clusters_than_there_can_be_is_told_so() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MapColours.of(threeKinds()).withClusters(4).named("cluster"))
                .withMessage("4 clusters need as many different rows but there are only 3");
    }
}
