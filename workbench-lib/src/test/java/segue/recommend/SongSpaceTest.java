package segue.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import segue.catalog.Catalog;
import segue.catalog.Track;
import segue.matrix.FloatMatrix;
import segue.neighbors.Metric;

class SongSpaceTest {
    private static final Catalog CATALOG = Songs.catalog();
    private static final double[] WEIGHTS = {2, 1, 0, 1.5, .5, 1, 1, 1, 1};
    private static final List<String> LABELS = List.of("latin pop", "hip hop", "hard rock");

    private static FloatMatrix roots(int songs) {
        Random random = new Random(7);
        float[] roots = new float[songs * 3];
        for (int row = 0; row < songs; row++) {
            double[] odds = {random.nextDouble(), random.nextDouble(), random.nextDouble()};
            for (int label = 0; label < 3; label++) {
                roots[row * 3 + label] = (float) Math.sqrt(odds[label] / (odds[0] + odds[1] + odds[2]));
            }
        }
        return FloatMatrix.wrap(songs, 3, roots);
    }

    private static void assertPartsAddUp(Recommendation found) {
        assertThat(found.reasons().stream()
                        .mapToDouble(Recommendation.Reason::part)
                        .sum())
                .isEqualTo(found.distance(), within(1e-6));
        assertThat(found.reasons().stream()
                        .mapToDouble(Recommendation.Reason::share)
                        .sum())
                .isEqualTo(1, within(1e-9));
    }

    @ParameterizedTest
    @EnumSource
    void the_parts_of_weighted_features_add_up_to_the_distance(Metric metric) {
        Recommender weighted = Recommender.of(CATALOG, SongSpace.of(CATALOG).weighted(WEIGHTS));
        for (boolean dissimilar : new boolean[] {false, true}) {
            weighted.recommend(Request.of(5, 50).withMetric(metric).withN(40).withDissimilar(dissimilar))
                    .forEach(SongSpaceTest::assertPartsAddUp);
        }
    }

    @Test
    void a_feature_that_counts_for_nothing_has_no_part_in_the_distance_and_one_that_counts_twice_twice_its_own() {
        SongSpace space = SongSpace.of(CATALOG);
        for (Recommendation found : Recommender.of(CATALOG, space.weighted(WEIGHTS))
                .recommend(Request.of(5).withMetric(Metric.MANHATTAN).withN(40))) {
            Map<String, Recommendation.Reason> of =
                    found.reasons().stream().collect(Collectors.toMap(Recommendation.Reason::feature, one -> one));
            Recommendation.Reason none = of.get(space.parts().get(2).name());
            Recommendation.Reason twice = of.get(space.parts().get(0).name());
            assertThat(none.part()).isZero();
            assertThat(none.difference()).isNotZero();
            assertThat(twice.part()).isCloseTo(2 * Math.abs(twice.difference()), within(1e-5));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {.4, 1})
    void variety_is_measured_as_distances_are(double variety) {
        SongSpace space = SongSpace.of(CATALOG);
        float[] stretched = new float[Songs.SIZE * space.points().columns()];
        for (int i = 0; i < stretched.length; i++) {
            stretched[i] = (float) (space.points().values()[i] * Math.sqrt(WEIGHTS[i % WEIGHTS.length]));
        }
        SongSpace plain = new SongSpace(
                FloatMatrix.wrap(Songs.SIZE, space.points().columns(), stretched),
                space.parts(),
                space.weights(),
                space.coordinates());
        Recommender weighted = Recommender.of(CATALOG, space.weighted(WEIGHTS));
        Recommender same = Recommender.of(CATALOG, plain);
        for (int row = 0; row < Songs.SIZE; row += 29) {
            Request request = Request.of(row).withN(12).withVariety(variety);
            assertThat(rows(weighted.recommend(request))).isEqualTo(rows(same.recommend(request)));
        }
    }

    private static List<Integer> rows(Recommendations found) {
        return found.stream().map(Recommendation::row).toList();
    }

    @Test
    void equal_weights_answer_as_the_catalogue_itself_does() {
        Recommender plain = Recommender.of(CATALOG);
        Recommender same = Recommender.of(CATALOG, SongSpace.of(CATALOG));
        for (int row = 0; row < Songs.SIZE; row += 29) {
            assertThat(same.recommend(Request.of(row).withN(20)))
                    .isEqualTo(plain.recommend(Request.of(row).withN(20)));
        }
    }

    @Test
    void labels_are_reasons_in_words_with_numbers_whose_parts_add_up() {
        FloatMatrix roots = roots(Songs.SIZE);
        Recommender learned = Recommender.of(CATALOG, SongSpace.ofProbabilities(roots, LABELS));
        Recommendations found = learned.recommend(Request.of(5).withN(50).withRules(Rules.defaults()));
        found.forEach(SongSpaceTest::assertPartsAddUp);
        Recommendation last = found.getLast();
        assertThat(last.reasons())
                .extracting(Recommendation.Reason::feature)
                .containsExactlyInAnyOrderElementsOf(LABELS);
        last.reasons().forEach(reason -> {
            int label = LABELS.indexOf(reason.feature());
            assertThat(reason.odds().orElseThrow().found())
                    .isCloseTo(Math.pow(roots.get(last.row(), label), 2), within(1e-7));
        });
        assertThat(last.inNumbers(false))
                .matches(
                        "both are [a-z ]+ [(]\\.\\d\\d and \\.\\d\\d[)].*; differs most in [a-z ]+ [(]\\.\\d\\d and \\.\\d\\d[)]");
        assertThat(last.inNumbers(true)).startsWith("differs most in ");
        assertThat(last.why(false)).matches("both [a-z ]+; differs most in [a-z ]+");
        assertThat(found.lost().getLast().by()).contains("most by ");
    }

    @Test
    void rules_hold_in_a_learned_space_and_songs_of_like_labels_are_no_copies_of_each_other() {
        float[] alike = new float[3 * Songs.SIZE];
        for (int row = 0; row < Songs.SIZE; row++) {
            alike[3 * row + row % 2] = 1;
        }
        Recommender learned =
                Recommender.of(CATALOG, SongSpace.ofProbabilities(FloatMatrix.wrap(Songs.SIZE, 3, alike), LABELS));
        Recommendations found = learned.recommend(
                Request.of(4).withN(15).withRules(Rules.defaults().withPerArtist(1)));
        assertThat(found).hasSize(15).allMatch(one -> one.distance() == 0 && one.row() % 2 == 0 && one.row() != 4);
        assertThat(found.stream().map(one -> one.track().artistLine())).doesNotHaveDuplicates();
        assertThat(found.getFirst().inNumbers(false)).isEqualTo("equal in every label");
    }

    @Test
    void a_space_that_does_not_fit_is_refused_in_words() {
        SongSpace few = SongSpace.ofProbabilities(roots(3), LABELS);
        assertThatThrownBy(() -> Recommender.of(CATALOG, few))
                .hasMessage("the space has 3 songs but the catalogue has 300: make it of these songs");
        assertThatThrownBy(() -> few.weighted(1, 2))
                .hasMessage("2 weights were given for 3 parts (latin pop, hip hop, hard rock): give one a part");
        assertThatThrownBy(() -> SongSpace.ofProbabilities(roots(3), List.of("a")))
                .hasMessage("each of the 3 columns must be in one part");
        assertThatThrownBy(() -> SongSpace.of(new Catalog("empty", List.of())))
                .hasMessageContaining("the catalogue is empty");
    }

    @Test
    void weights_that_are_no_weights_are_refused_by_name() {
        SongSpace space = SongSpace.of(CATALOG);
        for (double wrong : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY, 1e300}) {
            assertThatThrownBy(() -> space.weighted(1, wrong, 1, 1, 1, 1, 1, 1, 1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("the weight of danceability must be finite and at least 0 but was ");
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_parts_add_up_where_all_songs_are_equal_too(Metric metric) {
        List<Track> tracks = IntStream.range(0, 4)
                .mapToObj(i -> Songs.like(
                        CATALOG.track(i), "e" + i, "Song " + i, CATALOG.track(0).audio()))
                .toList();
        Recommender equal = Recommender.of(new Catalog("all equal", tracks));

        assertThat(equal.recommend(Request.of(0).withMetric(metric).withRules(Rules.none())))
                .hasSize(4)
                .allSatisfy(found -> assertThat(found.reasons().stream()
                                .mapToDouble(Recommendation.Reason::part)
                                .sum())
                        .isEqualTo(found.distance(), within(1e-6)));
    }
}
