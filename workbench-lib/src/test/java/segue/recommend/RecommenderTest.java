package segue.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import segue.catalog.AudioFeatures;
import segue.catalog.Catalog;
import segue.catalog.Track;
import segue.neighbors.Metric;

class RecommenderTest {
    /** 200 songs at random; song 7 stands there four more times, as rows 200 to 203. */
    private static Catalog catalog() {
        Random random = new Random(42);
        List<Track> tracks = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            float[] values = new float[9];
            for (int f = 0; f < 9; f++) {
                values[f] = random.nextFloat();
            }
            tracks.add(track("s" + i, AudioFeatures.of(values), Optional.empty()));
        }
        for (int copy = 0; copy < 4; copy++) {
            tracks.add(track("copy" + copy, tracks.get(7).audio(), Optional.of("s7")));
        }
        return new Catalog("test", tracks);
    }

    private static Track track(String id, AudioFeatures audio, Optional<String> sameRecordingAs) {
        return new Track(
                id,
                "Song " + id,
                List.of("Artist"),
                audio,
                OptionalInt.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                List.of(),
                sameRecordingAs);
    }

    private final Catalog catalog = catalog();
    private final Recommender recommender = Recommender.of(catalog);

    @ParameterizedTest
    @EnumSource
    void the_song_and_its_other_copies_are_never_recommended(Metric metric) {
        for (int row : new int[] {7, 200, 203}) {
            assertThat(recommender.recommend(Request.of(row).withMetric(metric).withN(20)))
                    .hasSize(20)
                    .extracting(found -> found.track().id())
                    .doesNotContain("s7", "copy0", "copy1", "copy2", "copy3");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_recording_with_several_ids_is_recommended_once(Metric metric) {
        List<Recommendation> all =
                recommender.recommend(Request.of(0).withMetric(metric).withN(100));
        assertThat(all).hasSize(100);
        assertThat(recommender.recommend(
                        Request.of(0).withMetric(metric).withDissimilar(true).withN(100)))
                .extracting(found ->
                        found.track().sameRecordingAs().orElse(found.track().id()))
                .doesNotHaveDuplicates();
        assertThat(all)
                .extracting(found ->
                        found.track().sameRecordingAs().orElse(found.track().id()))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void similar_songs_come_nearest_first_and_dissimilar_ones_farthest_first(Metric metric) {
        List<Float> nearest = recommender.recommend(Request.of(3).withMetric(metric)).stream()
                .map(Recommendation::distance)
                .toList();
        List<Float> farthest = recommender
                .recommend(Request.of(3).withMetric(metric).withDissimilar(true))
                .stream()
                .map(Recommendation::distance)
                .toList();
        assertThat(nearest).isSorted().hasSize(5);
        assertThat(farthest.reversed()).isSorted();
        assertThat(nearest.getLast()).isLessThan(farthest.getLast());
    }

    @ParameterizedTest
    @EnumSource
    void the_shares_of_the_reasons_add_up_to_1(Metric metric) {
        for (Recommendation found : recommender.recommend(Request.of(5).withMetric(metric))) {
            assertThat(found.reasons()).hasSize(9);
            assertThat(found.reasons().stream()
                            .mapToDouble(Recommendation.Reason::share)
                            .sum())
                    .isEqualTo(1, within(1e-9));
            assertThat(found.reasons()).extracting(Recommendation.Reason::share).isSorted();
        }
    }

    @Test
    void the_euclidean_distance_is_the_length_of_its_differences() {
        Recommendation found = recommender.recommend(Request.of(5)).getFirst();
        double squares = found.reasons().stream()
                .mapToDouble(reason -> reason.difference() * reason.difference())
                .sum();
        assertThat((double) found.distance()).isEqualTo(Math.sqrt(squares), within(1e-5));
    }

    @Test
    void a_small_catalogue_gives_what_it_has() {
        Catalog two = new Catalog("two", catalog.tracks().subList(0, 2));
        assertThat(Recommender.of(two).recommend(Request.of(0).withN(50))).hasSize(1);
    }

    @Test
    void wrong_requests_are_refused_with_the_range() {
        assertThatThrownBy(() -> Request.of(0).withN(0)).hasMessage("n must be in [1, 100] but was 0");
        assertThatThrownBy(() -> recommender.recommend(Request.of(204)))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("row must be in [0, 204) but was 204");
        assertThatThrownBy(() -> Recommender.of(new Catalog("none", List.of())))
                .hasMessage("the catalogue is empty: there is nothing to recommend");
    }
}
