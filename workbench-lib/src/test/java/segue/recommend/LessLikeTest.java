package segue.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.DoubleStream;
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

/** "Less like this": the songs named, and what is nearer to one of them than to every start, stay out. */
class LessLikeTest {
    private static final Catalog CATALOG = Songs.catalog();
    private static final Recommender RECOMMENDER = Recommender.of(CATALOG);
    private static final FloatMatrix POINTS = CATALOG.points();

    /** The distance as its definition says, in doubles. */
    private static double distance(Metric metric, double[] weights, int a, int b) {
        float[] x = POINTS.row(a);
        float[] y = POINTS.row(b);
        DoubleStream differences =
                IntStream.range(0, x.length).mapToDouble(i -> weights[i] * Math.abs((double) x[i] - y[i]));
        double dot = dot(weights, x, y);
        return switch (metric) {
            case MANHATTAN -> differences.sum();
            case CHEBYSHEV -> differences.max().orElseThrow();
            case DOT -> -dot;
            case COSINE -> 1 - dot / Math.sqrt(dot(weights, x, x) * dot(weights, y, y));
            case EUCLIDEAN, SQUARED_EUCLIDEAN ->
                IntStream.range(0, x.length)
                        .mapToDouble(i -> weights[i] * ((double) x[i] - y[i]) * ((double) x[i] - y[i]))
                        .sum();
        };
    }

    private static double dot(double[] weights, float[] x, float[] y) {
        return IntStream.range(0, x.length)
                .mapToDouble(i -> weights[i] * x[i] * y[i])
                .sum();
    }

    private static double nearest(Metric metric, double[] weights, int row, Iterable<Integer> others) {
        double least = Double.POSITIVE_INFINITY;
        for (int other : others) {
            least = Math.min(least, distance(metric, weights, row, other));
        }
        return least;
    }

    private static boolean isKept(Metric metric, double[] weights, int row, Request request) {
        return !request.less().contains(row)
                && nearest(metric, weights, row, request.less()) >= nearest(metric, weights, row, request.seeds());
    }

    private static double[] ones() {
        return IntStream.range(0, 9).mapToDouble(i -> 1).toArray();
    }

    private static List<Integer> rows(List<Recommendation> found) {
        return found.stream().map(Recommendation::row).toList();
    }

    @ParameterizedTest
    @EnumSource
    void the_answer_is_the_plain_one_without_what_is_nearer_to_these_than_to_a_start(Metric metric) {
        Random random = new Random(metric.ordinal());
        for (int draw = 0; draw < 12; draw++) {
            List<Integer> drawn =
                    random.ints(0, Songs.SIZE).distinct().limit(6).boxed().toList();
            Request request = Request.of(drawn.subList(0, 1 + draw % 3))
                    .withMetric(metric)
                    .withDissimilar(draw % 2 == 1)
                    .withN(100)
                    .withLess(drawn.subList(3, 4 + draw % 3));
            Request plain = request.withLess(List.of());

            List<Integer> everything =
                    rows(RECOMMENDER.recommend(plain.withN(60).withPage(1)));
            List<Integer> found = rows(RECOMMENDER.recommend(request));

            assertThat(found).allMatch(row -> isKept(metric, ones(), row, request));
            if (request.seeds().size() == 1 || request.dissimilar()) {
                List<Integer> expected = everything.stream()
                        .filter(row -> isKept(metric, ones(), row, request))
                        .toList();
                assertThat(found.subList(0, Math.min(found.size(), expected.size())))
                        .isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothing_else_stays_out(Metric metric) {
        Request request = Request.of(4)
                .withMetric(metric)
                .withRules(Rules.none())
                .withN(100)
                .withLess(Set.of(9, 77));
        List<Integer> expected = IntStream.range(0, Songs.SIZE)
                .filter(row -> isKept(metric, ones(), row, request))
                .boxed()
                .sorted(Comparator.comparingDouble(row -> distance(metric, ones(), row, 4)))
                .limit(100)
                .toList();

        assertThat(rows(RECOMMENDER.recommend(request))).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void several_starts_keep_what_is_nearest_to_any_of_them() {
        Request request =
                Request.of(4, 100, 200).withN(100).withRules(Rules.none()).withLess(Set.of(9, 77));
        Recommendations found = RECOMMENDER.recommend(request);

        long kept = IntStream.range(0, Songs.SIZE)
                .filter(row -> isKept(Metric.EUCLIDEAN, ones(), row, request))
                .count();
        assertThat(rows(found)).allMatch(row -> isKept(Metric.EUCLIDEAN, ones(), row, request));
        assertThat(found.next()
                        .map(RECOMMENDER::recommend)
                        .map(Recommendations::size)
                        .orElse(0))
                .isEqualTo((int) Math.min(100, kept - 100));
    }

    @Test
    void a_space_of_other_weights_is_asked_by_its_own_distances() {
        double[] weights = {3, 1, 0, 2, 1, 0.5, 1, 0, 1};
        Recommender weighted = Recommender.of(CATALOG, SongSpace.of(CATALOG).weighted(weights));
        for (Metric metric : Metric.values()) {
            Request request = Request.of(30).withMetric(metric).withN(60).withLess(Set.of(31, 32, 33));
            assertThat(rows(weighted.recommend(request)))
                    .isNotEmpty()
                    .allMatch(row -> isKept(metric, weights, row, request));
        }
    }

    @Test
    void what_stayed_out_is_counted_and_the_nearest_of_it_told_with_both_distances() {
        Request request = Request.of(4);
        int first = RECOMMENDER.recommend(request).getFirst().row();
        Recommendations found = RECOMMENDER.recommend(request.withLess(Set.of(first)));

        LeftOut less = found.leftOut().stream()
                .filter(one -> one.rule() == Rule.LESS_LIKE)
                .findFirst()
                .orElseThrow();
        assertThat(less.count()).isPositive();
        assertThat(less.first().getFirst()).isEqualTo(CATALOG.track(first));
        assertThat(less.toString()).contains("more like what there should be less of: ");
        assertThat(found.lost()).anyMatch(lost -> lost.rule() == Rule.LESS_LIKE && lost.row() == first);
        assertThat(rows(found)).doesNotContain(first);
    }

    @Test
    void another_copy_of_what_there_should_be_less_of_stays_out_too() {
        List<Track> more = new ArrayList<>(CATALOG.tracks());
        Track first = RECOMMENDER.recommend(Request.of(4)).getFirst().track();
        more.add(Songs.like(first, "copy", first.name(), Songs.measuredAgain(first.audio())));
        Recommender other = Recommender.of(new Catalog("with a copy", more));

        assertThat(other.recommend(Request.of(4)
                        .withN(50)
                        .withLess(Set.of(CATALOG.rowOf(first.id()).orElseThrow()))))
                .noneMatch(one -> one.track().id().equals("copy"));
    }

    @Test
    void it_holds_with_variety_with_rules_and_over_pages() {
        Request request = Request.of(4).withN(10).withLess(Set.of(9, 77, 120));
        for (Request asked : List.of(
                request.withVariety(0.7),
                request.withRules(Rules.defaults().withPerArtist(1).withYears(Range.atLeast(1980))),
                request.withNovelty(0.5).withPage(2))) {
            assertThat(rows(RECOMMENDER.recommend(asked)))
                    .hasSize(10)
                    .allMatch(row -> isKept(Metric.EUCLIDEAN, ones(), row, request));
        }
        List<Integer> whole = rows(RECOMMENDER.recommend(request.withN(30)));
        assertThat(rows(RECOMMENDER.recommend(request.withPage(2)))).isEqualTo(whole.subList(10, 20));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void every_back_end_leaves_out_the_same(boolean dissimilar) {
        Request request =
                Request.of(4, 100).withN(40).withDissimilar(dissimilar).withLess(Set.of(9, 77));
        assertThat(rows(RECOMMENDER.recommend(request.withBackend(Backend.TREE))))
                .isEqualTo(rows(RECOMMENDER.recommend(request.withBackend(Backend.SCALAR))));
    }

    @Test
    void where_everything_stays_out_that_is_told() {
        Catalog three = new Catalog("three songs", CATALOG.tracks().subList(0, 3));
        Recommender small = Recommender.of(three);
        Recommendations found = small.recommend(Request.of(0).withLess(Set.of(1, 2)));

        assertThat(found).isEmpty();
        assertThat(found.notes()).singleElement().asString().contains("more like what there should be less of");
    }

    @Test
    void wrong_requests_are_refused_in_a_sentence() {
        assertThatThrownBy(() -> Request.of(4, 5).withLess(Set.of(5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a song to start from cannot be one to have less of");
        assertThatThrownBy(() ->
                        Request.of(4).withLess(IntStream.range(5, 1_006).boxed().toList()))
                .hasMessage("songs to have less of must be at most 1,000 but were 1,001");
        assertThatThrownBy(() -> RECOMMENDER.recommend(Request.of(4).withLess(Set.of(900))))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("row must be in [0, 300) but was 900");
    }
}
