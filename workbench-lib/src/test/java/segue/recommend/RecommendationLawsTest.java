package segue.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import segue.catalog.Catalog;
import segue.catalog.Track;
import segue.matrix.FloatMatrix;
import segue.neighbors.Backend;
import segue.neighbors.Metric;

class RecommendationLawsTest {
    private static final Catalog CATALOG = Songs.catalog();
    private static final Recommender RECOMMENDER = Recommender.of(CATALOG);
    private static final FloatMatrix CATALOG_POINTS = CATALOG.points();

    private static List<String> ids(List<Recommendation> found) {
        return found.stream().map(one -> one.track().id()).toList();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DOT")
    void without_rules_the_nearest_song_is_the_song_itself(Metric metric) {
        for (int row = 0; row < Songs.SIZE; row += 37) {
            Recommendation first = RECOMMENDER
                    .recommend(Request.of(row).withMetric(metric).withRules(Rules.none()))
                    .getFirst();
            assertThat(first.row()).isEqualTo(row);
            assertThat(first.distance()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_parts_of_the_reasons_add_up_to_the_distance(Metric metric) {
        for (boolean dissimilar : new boolean[] {false, true}) {
            Request request = Request.of(5, 50).withMetric(metric).withN(40).withDissimilar(dissimilar);
            for (Recommendation found : RECOMMENDER.recommend(request)) {
                assertThat(found.reasons().stream()
                                .mapToDouble(Recommendation.Reason::part)
                                .sum())
                        .isEqualTo(found.distance(), within(1e-6));
                assertThat(found.reasons().stream()
                                .mapToDouble(Recommendation.Reason::share)
                                .sum())
                        .isEqualTo(1, within(1e-9));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_copy_of_a_song_changes_no_answer(boolean dissimilar) {
        List<Track> more = new ArrayList<>(CATALOG.tracks());
        Track renamed = CATALOG.track(12);
        more.add(Songs.like(renamed, "copy", "Another name", renamed.audio()));
        Recommender other = Recommender.of(new Catalog("with a copy", more));
        for (Rules rules : List.of(Rules.defaults(), Rules.defaults().withPerArtist(1))) {
            for (int row = 0; row < 60; row++) {
                Request request = Request.of(row).withN(20).withRules(rules).withDissimilar(dissimilar);
                assertThat(other.recommend(request)).isEqualTo(RECOMMENDER.recommend(request));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"one", "several", "least alike", "unlike several", "under rules"})
    void pages_do_not_overlap_and_together_are_one_long_answer(String kind) {
        Request request = switch (kind) {
            case "several" -> Request.of(3, 90, 200);
            case "least alike" -> Request.of(3).withDissimilar(true);
            case "unlike several" -> Request.of(3, 90, 200).withDissimilar(true);
            case "under rules" ->
                Request.of(3).withRules(Rules.defaults().withPerArtist(2).withGenres("rock"));
            default -> Request.of(3);
        };
        List<Recommendation> whole = RECOMMENDER.recommend(request.withN(70));
        List<Recommendation> pages = new ArrayList<>();
        Recommendations page = RECOMMENDER.recommend(request.withN(7));
        pages.addAll(page);
        while (page.next().isPresent() && pages.size() < 70) {
            page = RECOMMENDER.recommend(page.next().orElseThrow());
            pages.addAll(page);
        }
        assertThat(pages).isEqualTo(whole).doesNotHaveDuplicates();
        assertThat(whole).hasSizeGreaterThan(35);
    }

    @ParameterizedTest
    @EnumSource(names = {"SIMD", "TREE", "AUTO"})
    void every_back_end_gives_the_same_answer(Backend backend) {
        if (backend.unavailableReason().isPresent()) {
            assertThatThrownBy(() -> RECOMMENDER.recommend(Request.of(0).withBackend(backend)))
                    .isInstanceOf(UnsupportedOperationException.class)
                    .hasMessageContaining(backend.unavailableReason().get());
            return;
        }
        Rules rules = Rules.defaults().withPerArtist(1).withYears(Range.atLeast(1970));
        for (boolean dissimilar : new boolean[] {false, true}) {
            Request request = Request.of(1, 77, 155).withN(30).withRules(rules).withDissimilar(dissimilar);
            assertThat(ids(RECOMMENDER.recommend(request.withBackend(backend))))
                    .isEqualTo(ids(RECOMMENDER.recommend(request.withBackend(Backend.SCALAR))))
                    .hasSize(30);
        }
    }

    @Test
    void eight_threads_get_the_answers_that_one_gets() throws InterruptedException, ExecutionException {
        List<Request> requests = IntStream.range(0, 64)
                .mapToObj(row -> Request.of(row, row + 100)
                        .withDissimilar(row % 2 == 0)
                        .withRules(Rules.defaults().withPerArtist(1 + row % 3).withOtherArtists(row % 5 == 0)))
                .toList();
        Recommender fresh = Recommender.of(CATALOG);
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<Recommendations>> answers = requests.stream()
                    .map(request -> threads.submit(() -> fresh.recommend(request)))
                    .toList();
            for (int i = 0; i < requests.size(); i++) {
                assertThat(answers.get(i).get()).isEqualTo(RECOMMENDER.recommend(requests.get(i)));
            }
        }
    }

    @Test
    void several_songs_take_turns() {
        Recommendations found = RECOMMENDER.recommend(Request.of(3, 90, 200).withN(9));
        for (int round = 0; round < 3; round++) {
            assertThat(found.subList(3 * round, 3 * round + 3))
                    .extracting(one -> one.seed().id())
                    .containsExactlyInAnyOrder("s3", "s90", "s200");
        }
    }

    @Test
    void a_song_asked_for_twice_has_one_turn() {
        assertThat(RECOMMENDER.recommend(Request.of(3, 90, 3))).isEqualTo(RECOMMENDER.recommend(Request.of(3, 90)));
    }

    @Test
    void what_is_unlike_several_songs_is_farthest_from_the_nearest_of_them() {
        int[] seeds = {3, 90, 200};
        Request request = Request.of(3, 90, 200).withN(10).withDissimilar(true).withRules(Rules.none());
        double[] farthest = IntStream.range(0, Songs.SIZE)
                .mapToDouble(row -> IntStream.of(seeds)
                        .mapToDouble(seed -> distance(seed, row))
                        .min()
                        .orElseThrow())
                .map(distance -> -distance)
                .sorted()
                .map(distance -> -distance)
                .limit(10)
                .toArray();
        assertThat(RECOMMENDER.recommend(request).stream()
                        .mapToDouble(Recommendation::distance)
                        .toArray())
                .containsExactly(farthest, within(1e-5));
    }

    private static double distance(int a, int b) {
        double squares = 0;
        for (int column = 0; column < 9; column++) {
            squares += Math.pow(CATALOG_POINTS.get(a, column) - CATALOG_POINTS.get(b, column), 2);
        }
        return Math.sqrt(squares);
    }

    @Test
    void a_threshold_takes_all_songs_within_it_and_none_beyond() {
        Recommendations all = RECOMMENDER.recommend(Request.of(8).withN(100));
        double bar = all.get(20).distance();
        assertThat(RECOMMENDER.recommend(Request.of(8).within(bar))).isEqualTo(all.subList(0, 21));
        assertThat(RECOMMENDER.recommend(Request.of(8).within(bar).withDissimilar(true)))
                .extracting(Recommendation::distance)
                .allMatch(distance -> distance <= bar)
                .isNotEmpty();
        assertThat(RECOMMENDER.recommend(Request.of(8).within(0))).isEmpty();
    }

    @Test
    void wrong_requests_are_refused_in_a_sentence() {
        Request request = Request.of(0);
        assertThatThrownBy(() -> request.withN(-4)).hasMessage("n must be in [1, 100] but was -4");
        assertThatThrownBy(() -> request.withPage(0)).hasMessage("page must be in [1, 2,000] with n of 5 but was 0");
        assertThatThrownBy(() -> request.withMaxDistance(Double.NaN))
                .hasMessage("the largest distance must be finite and at least 0 but was NaN");
        assertThatThrownBy(() -> request.withMaxDistance(-1)).hasMessageContaining("at least 0 but was -1.0");
        assertThatThrownBy(() -> Request.of(List.of())).hasMessage("songs to start from must be 1 to 1,000 but were 0");
        assertThatThrownBy(() -> RECOMMENDER.recommend(request.withKnown(List.of(900))))
                .hasMessage("row must be in [0, 300) but was 900");
        assertThat(request.withMetric(Metric.DOT).withMaxDistance(-1)).isNotNull();
    }
}
