package segue.chart.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import segue.catalog.Catalog;
import segue.catalog.Track;
import segue.cluster.Clusters;
import segue.matrix.FloatMatrix;

class ColouringTest {
    private static final Catalog SAMPLE = Catalog.sample();

    private static Catalog labelled(List<List<String>> genres) {
        List<Track> tracks = new ArrayList<>();
        for (List<String> labels : genres) {
            Track song = SAMPLE.track(tracks.size());
            tracks.add(new Track(
                    song.id(),
                    song.name(),
                    song.artists(),
                    song.features(),
                    OptionalInt.empty(),
                    Optional.empty(),
                    OptionalInt.empty(),
                    OptionalInt.empty(),
                    Optional.empty(),
                    OptionalInt.empty(),
                    OptionalInt.empty(),
                    labels,
                    Optional.empty()));
        }
        return new Catalog("a few", tracks);
    }

    private static List<String> genres(Catalog catalog) {
        Colouring.Groups groups = Colouring.genre(catalog);
        return Arrays.stream(groups.groups())
                .mapToObj(group -> group < 0 ? "none" : groups.names().get(group))
                .toList();
    }

    @Test
    void the_genre_of_a_song_is_the_broad_one_that_most_of_its_labels_speak_of() {
        Catalog songs = labelled(List.of(
                List.of("art rock", "album rock", "mellow gold", "rock"),
                List.of("lounge", "adult standards", "jazz", "cool jazz", "vocal jazz"),
                List.of("latin", "latin pop", "reggaeton"),
                List.of("metal"),
                List.of("alternative metal", "nu metal", "rap metal"),
                List.of("hip-hop"),
                List.of("Southern Hip Hop", "hip hop", "rap"),
                List.of()));
        assertThat(genres(songs)).containsExactly("rock", "jazz", "latin", "metal", "metal", "rap", "rap", "none");
    }

    @Test
    void the_invented_songs_fall_into_their_thirteen_genres() {
        Colouring.Groups groups = Colouring.genre(SAMPLE);
        long right = 0;
        for (int row = 0; row < SAMPLE.size(); row++) {
            right += groups.names()
                            .get(groups.groups()[row])
                            .equals(SAMPLE.track(row).genres().getFirst())
                    ? 1
                    : 0;
        }
        assertThat(groups.names()).hasSize(13).startsWith("metal", "jazz", "rap");
        assertThat(right).isEqualTo(SAMPLE.size());
    }

    @Test
    void a_feature_is_found_by_its_name_and_others_are_refused_with_a_list() {
        assertThat(Colouring.feature(SAMPLE, "energy").values())
                .isEqualTo(SAMPLE.features().column(SAMPLE.space().columns().indexOf("energy")));
        assertThatThrownBy(() -> Colouring.feature(SAMPLE, "enery"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no song has \"enery\": a map can be coloured by acousticness, danceability, energy, "
                        + "instrumentalness, liveness, loudness, speechiness, tempo, valence");
    }

    @Test
    void years_and_popularity_that_are_not_known_are_no_number() {
        Catalog songs = labelled(List.of(List.of(), List.of()));
        assertThat(Colouring.year(songs).values()).containsOnly(Float.NaN);
        assertThat(Colouring.popularity(songs).values()).containsOnly(Float.NaN);
        assertThat(Colouring.year(SAMPLE).values()[17])
                .isEqualTo(SAMPLE.track(17).year().orElseThrow());
    }

    @Test
    void clusters_keep_their_order_and_have_names() {
        Clusters clusters = new Clusters(new int[] {1, 1, 0}, FloatMatrix.wrap(2, 1, new float[2]), 0, 1);
        assertThat(Colouring.clusters(clusters).names()).containsExactly("cluster 1", "cluster 2");
        assertThat(Colouring.clusters(clusters, List.of("loud", "calm")).groups())
                .containsExactly(1, 1, 0);
        assertThatThrownBy(() -> Colouring.clusters(clusters, List.of("loud")))
                .hasMessage("2 clusters need as many names but got 1");
    }

    @Test
    void groups_by_name_have_the_largest_first_and_none_where_there_is_no_name() {
        Colouring.Groups groups = Colouring.groups("label", new String[] {"b", "a", null, "a"});
        assertThat(groups.names()).containsExactly("a", "b");
        assertThat(groups.groups()).containsExactly(1, 0, -1, 0);
    }

    @Test
    void a_group_knows_its_points() {
        Colouring.Groups groups = Colouring.groups("g", new String[] {"b", "a", null, "b"});
        assertThat(groups.members(0)).containsExactly(0, 3);
        assertThat(groups.members(1)).containsExactly(1);
    }

    @Test
    void a_few_strays_do_not_take_the_colours_from_all_others() {
        float[] values = new float[1_000];
        for (int i = 0; i < values.length; i++) {
            values[i] = i / 1_000f;
        }
        values[0] = -1e6f;
        values[999] = 1e6f;
        AmountScale scale = AmountScale.of(values);
        assertThat(scale.low()).isBetween(0.015, 0.025);
        assertThat(scale.high()).isBetween(0.975, 0.985);
        assertThat(scale.clipped()).isTrue();
        assertThat(scale.at(1e6f)).isEqualTo(1);
        assertThat(AmountScale.of(new float[] {3, 3, Float.NaN})).isEqualTo(new AmountScale(3, 4, false, 1));
    }

    @Test
    void an_infinite_amount_is_refused_with_its_place() {
        assertThatThrownBy(() -> Colouring.values("x", new float[] {0, Float.POSITIVE_INFINITY}))
                .hasMessage("x: value 1 is Infinity; what is not known is NaN");
    }
}
