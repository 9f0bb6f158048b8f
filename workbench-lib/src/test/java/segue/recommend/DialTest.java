package segue.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import segue.catalog.Catalog;
import segue.catalog.Track;
import segue.matrix.FloatMatrix;
import segue.neighbors.Metric;

/** Variety and novelty in recommendations, over 300 songs, all of which are in the pool. */
class DialTest {
    private static final Catalog CATALOG = Songs.catalog();
    private static final Recommender RECOMMENDER = Recommender.of(CATALOG);
    private static final FloatMatrix POINTS = RECOMMENDER.points();
    private static final double[][] SETTINGS = {{0.2, 0}, {0.7, 0}, {1, 0}, {0, 0.5}, {0, 1}, {0.4, 0.4}};

    private static List<Integer> rows(List<Recommendation> found) {
        return found.stream().map(Recommendation::row).toList();
    }

    private static double nearest(int row, List<Integer> to) {
        return to.stream()
                .mapToDouble(other -> {
                    double squares = 0;
                    for (int c = 0; c < POINTS.columns(); c++) {
                        squares += Math.pow((double) POINTS.get(row, c) - POINTS.get(other, c), 2);
                    }
                    return Math.sqrt(squares);
                })
                .min()
                .orElseThrow();
    }

    @Test
    void at_0_the_answer_is_that_of_similarity_alone_in_everything_it_tells() {
        for (int row = 0; row < 60; row++) {
            Request plain = Request.of(row, row + 7)
                    .withN(12)
                    .withRules(Rules.defaults().withPerArtist(1).withYears(Range.atLeast(1975)));
            Recommendations one = RECOMMENDER.recommend(plain);
            Recommendations other = RECOMMENDER.recommend(plain.withVariety(0).withNovelty(0));
            assertThat(other).isEqualTo(one);
            assertThat(other.lost()).isEqualTo(one.lost());
            assertThat(other.leftOut()).isEqualTo(one.leftOut());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void near_0_it_hardly_counts(int seeds) {
        for (int row = 0; row < 60; row++) {
            Request plain = Request.of(seeds == 1 ? List.of(row) : List.of(row, row + 20, row + 99))
                    .withN(20)
                    .withRules(Rules.defaults().withPerArtist(1));
            assertThat(RECOMMENDER.recommend(plain.withVariety(1e-9).withNovelty(1e-9)))
                    .isEqualTo(RECOMMENDER.recommend(plain));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"EUCLIDEAN", "MANHATTAN", "COSINE", "DOT"})
    void at_1_each_song_is_the_farthest_from_those_before_it(Metric metric) {
        for (int row = 0; row < 40; row++) {
            Request request = Request.of(row).withMetric(metric).withN(100);
            List<Integer> pool = new ArrayList<>();
            for (int page = 1; page <= 3; page++) {
                pool.addAll(rows(RECOMMENDER.recommend(request.withPage(page))));
            }
            List<Integer> chosen = rows(RECOMMENDER.recommend(request.withN(9).withVariety(1)));

            assertThat(chosen.getFirst()).isEqualTo(pool.getFirst());
            for (int i = 1; i < chosen.size(); i++) {
                List<Integer> before = chosen.subList(0, i);
                assertThat(nearest(chosen.get(i), before))
                        .isEqualTo(pool.stream()
                                .mapToDouble(other -> nearest(other, before))
                                .max()
                                .orElseThrow());
            }
        }
    }

    @Test
    void novelty_of_1_has_the_least_popular_first() {
        Rules known = Rules.defaults().withPopularity(Range.of(1, 100));
        for (int row = 0; row < 40; row++) {
            List<Integer> popularity =
                    RECOMMENDER
                            .recommend(Request.of(row).withN(30).withNovelty(1).withRules(known))
                            .stream()
                            .map(one -> one.track().popularity().orElseThrow())
                            .toList();
            assertThat(popularity).isSorted();
            assertThat(popularity.getFirst()).isLessThanOrEqualTo(2);
        }
    }

    @Test
    void pages_together_are_one_long_answer_at_any_length_of_a_page() {
        for (double[] setting : SETTINGS) {
            Request request = Request.of(3, 90)
                    .withVariety(setting[0])
                    .withNovelty(setting[1])
                    .withRules(Rules.defaults().withPerArtist(2));
            List<Integer> whole = rows(RECOMMENDER.recommend(request.withN(60)));
            List<Integer> pages = new ArrayList<>();
            Recommendations page = RECOMMENDER.recommend(request.withN(7));
            pages.addAll(rows(page));
            while (page.next().isPresent() && pages.size() < 60) {
                page = RECOMMENDER.recommend(page.next().orElseThrow());
                pages.addAll(rows(page));
            }
            assertThat(pages.subList(0, 60)).isEqualTo(whole).doesNotHaveDuplicates();
        }
    }

    @Test
    void the_rules_hold_wherever_the_dial_stands() {
        List<Track> tracks = new ArrayList<>(CATALOG.tracks());
        for (int row = 0; row < Songs.SIZE; row += 3) {
            Track of = CATALOG.track(row);
            tracks.add(Songs.like(of, "copy" + row, of.name() + " - Remastered", Songs.measuredAgain(of.audio())));
        }
        Recommender doubled = Recommender.of(new Catalog("with copies", tracks));
        Rules rules = Rules.defaults()
                .withPerArtist(1)
                .withYears(Range.of(1965, 2005))
                .withOtherArtists(true);
        for (double[] setting : SETTINGS) {
            for (int row = 0; row < 40; row++) {
                Recommendations found = doubled.recommend(Request.of(row)
                        .withN(25)
                        .withRules(rules)
                        .withVariety(setting[0])
                        .withNovelty(setting[1]));
                assertThat(found).hasSize(25);
                assertThat(found).extracting(one -> one.track().artists()).doesNotHaveDuplicates();
                assertThat(found)
                        .extracting(one -> one.track().name().replace(" - Remastered", ""))
                        .doesNotHaveDuplicates();
                assertThat(found)
                        .allMatch(one -> rules.years()
                                .orElseThrow()
                                .contains(one.track().year().orElseThrow()));
                assertThat(found)
                        .noneMatch(
                                one -> one.track().artists().equals(one.seed().artists()));
            }
        }
    }

    @Test
    void a_copy_of_a_song_changes_no_answer() {
        List<Track> more = new ArrayList<>(CATALOG.tracks());
        more.add(Songs.like(
                CATALOG.track(12), "copy", "Another name", CATALOG.track(12).audio()));
        Recommender other = Recommender.of(new Catalog("with a copy", more));
        for (double[] setting : SETTINGS) {
            for (int row = 0; row < 30; row++) {
                Request request =
                        Request.of(row).withN(15).withVariety(setting[0]).withNovelty(setting[1]);
                assertThat(other.recommend(request)).isEqualTo(RECOMMENDER.recommend(request));
            }
        }
    }

    @Test
    void the_parts_of_the_reasons_still_add_up() {
        for (Recommendation one : RECOMMENDER.recommend(Request.of(5).withN(20).withVariety(0.5))) {
            assertThat(one.reasons().stream()
                            .mapToDouble(Recommendation.Reason::part)
                            .sum())
                    .isEqualTo(one.distance(), org.assertj.core.api.Assertions.within(1e-6));
        }
    }

    @Test
    void the_counter_example_is_the_nearest_song_that_variety_passed_over() {
        int told = 0;
        for (int row = 0; row < 40; row++) {
            Request request = Request.of(row).withN(10);
            List<Recommendation> similar = RECOMMENDER.recommend(request);
            Recommendations varied = RECOMMENDER.recommend(request.withVariety(0.6));
            List<Recommendation> passedOver = new ArrayList<>(similar);
            passedOver.removeIf(one -> rows(varied).contains(one.row()));
            if (!passedOver.isEmpty()) {
                told++;
                Lost lost = varied.lost().getFirst();
                assertThat(lost.row()).isEqualTo(passedOver.getFirst().row());
                assertThat(lost.rule()).isEqualTo(Rule.VARIETY);
                assertThat(lost.by())
                        .startsWith("only %.3f from ".formatted(nearest(lost.row(), rows(varied))))
                        .endsWith(", which is shown");
            }
        }
        assertThat(told).isGreaterThan(30);
    }

    @Test
    void more_variety_takes_songs_farther_apart() {
        Map<Double, Double> spread = new HashMap<>();
        List<Double> settings = List.of(0.0, 0.2, 0.5, 1.0);
        for (double variety : settings) {
            for (int row = 0; row < 40; row++) {
                List<Integer> found =
                        rows(RECOMMENDER.recommend(Request.of(row).withN(10).withVariety(variety)));
                for (int i = 1; i < 10; i++) {
                    spread.merge(variety, nearest(found.get(i), found.subList(0, i)), Double::sum);
                }
            }
        }
        assertThat(settings.stream().map(spread::get).toList()).isSorted();
    }

    @Test
    void that_popularity_is_not_known_is_told() {
        List<Track> unknown = CATALOG.tracks().stream()
                .map(track -> new Track(
                        track.id(),
                        track.name(),
                        track.artists(),
                        track.features(),
                        track.year(),
                        track.releaseDate(),
                        track.durationMillis(),
                        OptionalInt.empty(),
                        track.explicit(),
                        track.key(),
                        track.mode(),
                        track.genres(),
                        track.sameRecordingAs()))
                .toList();
        Recommender recommender = Recommender.of(new Catalog("unknown", unknown));
        assertThat(recommender.recommend(Request.of(1).withNovelty(0.5)).notes())
                .singleElement()
                .asString()
                .contains("popularity of these songs is not known");
        assertThat(rows(recommender.recommend(Request.of(1).withNovelty(1))))
                .isEqualTo(rows(recommender.recommend(Request.of(1))));
    }

    @ParameterizedTest
    @CsvSource({"-0.1, -0.1", "1.01, 1.01", "NaN, NaN"})
    void a_dial_beyond_its_ends_is_refused(double value, String shown) {
        assertThatThrownBy(() -> Request.of(1).withVariety(value))
                .hasMessage("variety must be in [0, 1] but was " + shown);
        assertThatThrownBy(() -> Request.of(1).withNovelty(value))
                .hasMessage("novelty must be in [0, 1] but was " + shown);
    }

    @Test
    void the_least_similar_songs_and_pages_beyond_the_pool_have_no_dial() {
        assertThatThrownBy(() -> Request.of(1).withDissimilar(true).withVariety(0.5))
                .hasMessageContaining("the least similar cannot have them");
        assertThatThrownBy(() -> Request.of(1).withVariety(0.5).withPage(201))
                .hasMessage("page must be in [1, 200] with n of 5 and variety or novelty but was 201");
        assertThat(RECOMMENDER.recommend(Request.of(1).withVariety(0.5).withPage(200)))
                .isEqualTo(Collections.emptyList());
    }
}
