package segue.neighbors.hubness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import segue.catalog.Catalog;
import segue.catalog.Track;
import segue.matrix.FloatMatrix;
import segue.matrix.Scaler;
import segue.neighbors.Distance;
import segue.neighbors.Metric;
import segue.neighbors.NeighborTable;
import segue.neighbors.hubness.HubnessTrial.Verdict;

class HubnessDoctorTest {
    private static final int GENRES = 5;
    private static final FloatMatrix MIXTURE = Spaces.mixture(1, 1_200, 60, GENRES, .35);
    private static final FloatMatrix SMALL = Spaces.mixture(1, 150, 20, GENRES, .35);
    private static final RowLabels OF_SMALL = RowLabels.of(Spaces.genres(150, GENRES));
    private static final RowLabels OF_MIXTURE = RowLabels.of(Spaces.genres(1_200, GENRES));

    @Test
    void recommends_a_reduction_that_takes_hubs_out_and_sharpens_genres() {
        HubnessReport report = HubnessDoctor.examine(MIXTURE, Metric.EUCLIDEAN, OF_MIXTURE);
        HubnessTrial plain = report.trial(HubnessReduction.NONE);
        HubnessTrial best = report.trial(report.recommended());
        assertThat(report.recommended()).isIn(HubnessReduction.MUTUAL_PROXIMITY, HubnessReduction.LOCAL_SCALING);
        assertThat(best.hubness().skewness()).isLessThan(plain.hubness().skewness() / 2);
        assertThat(best.gain().orElseThrow().low()).isPositive();
        assertThat(best.sentence()).endsWith(": recommended");
    }

    @Test
    void says_how_many_neighbours_there_are_where_fewer_than_were_asked_for() {
        HubnessReport few = HubnessDoctor.examine(Spaces.gaussian(1, 5, 3), Metric.EUCLIDEAN, RowLabels.none());
        assertThat(few.k()).isEqualTo(4);
        assertThat(few.toString()).startsWith("Hubness by euclidean, k=4, 5 rows\n");
        HubnessReport one = HubnessDoctor.examine(Spaces.gaussian(1, 1, 3), Metric.EUCLIDEAN, RowLabels.none());
        assertThat(one.toString())
                .startsWith("Hubness by euclidean, k=0, 1 row\n")
                .doesNotContain("Top hubs");
    }

    @Test
    void refuses_a_reduction_that_makes_more_hubs_or_loses_genres_and_says_by_how_much() {
        FloatMatrix space = Spaces.stars(2, 1_000, 50, GENRES);
        HubnessReport report =
                HubnessDoctor.examine(space, Metric.EUCLIDEAN, RowLabels.of(Spaces.genres(1_000, GENRES)));
        HubnessTrial proximity = report.trial(HubnessReduction.MUTUAL_PROXIMITY);
        assertThat(proximity.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(proximity.sentence())
                .startsWith("mutual proximity would raise the skewness from ")
                .contains(" and lower genre precision from 0.")
                .endsWith(": not recommended");
        assertThat(report.recommended()).isEqualTo(HubnessReduction.NONE);
        assertThat(report.toString()).contains("leave it as it is");
    }

    @Test
    void on_the_sample_songs_by_cosine_it_refuses_what_takes_hubs_out_but_loses_genres() {
        Catalog songs = Catalog.sample();
        RowLabels labels = RowLabels.ofMany(
                        songs.tracks().stream().map(Track::genres).toList())
                .withArtists(songs.tracks().stream().map(Track::artists).toList())
                .withNames(songs.tracks());
        FloatMatrix scaled = Scaler.standard(songs.features()).transform(songs.features());
        HubnessReport report = HubnessDoctor.examine(
                scaled,
                new Distance(Metric.COSINE),
                labels,
                DoctorOptions.defaults()
                        .withReduction(ReductionOptions.defaults().withCandidates(40)));
        HubnessTrial proximity = report.trial(HubnessReduction.MUTUAL_PROXIMITY);
        assertThat(proximity.hubness().skewness()).isNegative();
        assertThat(proximity.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(proximity.sentence()).startsWith("mutual proximity would lower genre precision from 0.4");
        assertThat(report.trial(HubnessReduction.CENTRING).verdict()).isEqualTo(Verdict.CHANGES_LITTLE);
    }

    @Test
    void judges_by_skewness_alone_where_nothing_is_known_of_the_rows() {
        HubnessReport report = HubnessDoctor.examine(MIXTURE, Metric.EUCLIDEAN, RowLabels.none());
        assertThat(report.trial(HubnessReduction.NONE).precision()).isEmpty();
        assertThat(report.recommended()).isEqualTo(HubnessReduction.MUTUAL_PROXIMITY);
        assertThat(report.toString()).contains("no genres to judge by").doesNotContain("by chance");
    }

    @Test
    void labels_that_mean_nothing_are_found_as_often_as_by_chance() {
        List<String> shuffled = new ArrayList<>(Spaces.genres(1_200, GENRES));
        Collections.shuffle(shuffled, new Random(3));
        HubnessReport report = HubnessDoctor.examine(MIXTURE, Metric.EUCLIDEAN, RowLabels.of(shuffled));
        assertThat(report.precisionByChance().orElseThrow()).isEqualTo(.2, within(.005));
        assertThat(report.trial(HubnessReduction.NONE).precision().orElseThrow().mean())
                .isEqualTo(.2, within(.02));
    }

    @Test
    void what_is_of_no_use_by_a_metric_is_not_tried_and_the_reason_given() {
        HubnessReport byDot = HubnessDoctor.examine(SMALL, Metric.DOT, OF_SMALL);
        assertThat(byDot.trials())
                .extracting(HubnessTrial::reduction)
                .containsExactly(HubnessReduction.NONE, HubnessReduction.CENTRING);
        assertThat(byDot.notTried()).hasSize(2).allMatch(reason -> reason.startsWith("The dot product is no distance"));
        assertThatThrownBy(() -> byDot.trial(HubnessReduction.LOCAL_SCALING))
                .hasMessage("local scaling was not tried by dot");
    }

    @Test
    void examines_a_seeded_sample_of_a_larger_space_and_keeps_the_numbers_of_its_rows() {
        DoctorOptions options = DoctorOptions.defaults().withSample(300);
        HubnessReport report = HubnessDoctor.examine(MIXTURE, new Distance(Metric.EUCLIDEAN), OF_MIXTURE, options);
        assertThat(report.rows()).isEqualTo(300);
        assertThat(report.toString()).contains("300 rows drawn from 1,200");
        assertThat(report.trial(HubnessReduction.NONE).hubs())
                .allSatisfy(hub -> assertThat(hub.name()).isEqualTo("row " + hub.row()))
                .anyMatch(hub -> hub.row() >= 300);
        assertThat(HubnessDoctor.examine(MIXTURE, new Distance(Metric.EUCLIDEAN), OF_MIXTURE, options)
                        .toString())
                .isEqualTo(report.toString());
    }

    @Test
    void tells_of_the_whole_examination_in_ascending_steps() {
        AtomicInteger last = new AtomicInteger();
        AtomicInteger goal = new AtomicInteger();
        HubnessDoctor.examine(
                MIXTURE,
                new Distance(Metric.COSINE),
                RowLabels.none(),
                DoctorOptions.defaults().reporting((done, total) -> {
                    assertThat(done).isGreaterThan(last.getAndSet(done));
                    goal.set(total);
                }));
        assertThat(last.get()).isEqualTo(goal.get()).isEqualTo(4 * 1_200);
    }

    @Test
    void stops_when_the_thread_is_interrupted() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> HubnessDoctor.examine(MIXTURE, Metric.EUCLIDEAN, OF_MIXTURE))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void a_space_of_fewer_rows_than_neighbours_of_equal_rows_or_of_none_is_examined_too() {
        for (FloatMatrix space : List.of(
                Spaces.gaussian(1, 0, 3),
                Spaces.gaussian(1, 1, 3),
                Spaces.gaussian(1, 2, 3),
                Spaces.gaussian(1, 7, 3),
                Spaces.duplicates(1, 90),
                FloatMatrix.wrap(30, 2, new float[60]))) {
            for (Metric metric : Metric.values()) {
                RowLabels labels = RowLabels.of(Spaces.genres(space.rows(), 2));
                HubnessReport report = HubnessDoctor.examine(space, metric, labels);
                assertThat(report.trial(HubnessReduction.NONE).hubness().occurrences())
                        .hasSize(space.rows());
                assertThat(report.toString()).doesNotContain("NaN");
            }
        }
    }

    @Test
    void labels_of_another_number_of_rows_are_refused() {
        assertThatThrownBy(() -> HubnessDoctor.examine(MIXTURE, Metric.EUCLIDEAN, RowLabels.of(List.of("rock"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the labels are of 1 rows but the space has 1200: give one a row");
        assertThatThrownBy(() -> OF_MIXTURE.withNames(List.of("a"))).hasMessageContaining("1 names were given");
    }

    @Test
    void a_k_beyond_the_candidates_is_refused() {
        assertThatThrownBy(() -> DoctorOptions.defaults().withK(101))
                .hasMessage("k must be in [1, 100], the number of candidates, but was 101");
        assertThatThrownBy(() -> DoctorOptions.defaults().withSample(0)).hasMessageContaining("at least 1 row");
    }

    @Test
    void the_table_has_a_row_a_reduction_and_precision_where_genres_are_known() {
        HubnessReport report = HubnessDoctor.examine(SMALL, Metric.COSINE, OF_SMALL);
        assertThat(report.table().rowCount()).isEqualTo(4);
        assertThat(report.table().columnNames()).contains("skewness", "genre precision", "verdict");
        assertThat(HubnessDoctor.examine(SMALL, Metric.COSINE, RowLabels.none())
                        .table()
                        .columnNames())
                .doesNotContain("genre precision");
    }

    /** Row 0 is asked: its list is 1, 2, 3, 4. */
    private static double precisionOfRow0(RowLabels labels, int k) {
        NeighborTable list = new NeighborTable(
                5, 4, IntStream.range(0, 20).map(i -> i % 4 + 1).toArray(), new float[20]);
        return GenrePrecision.ofRows(list, labels, k)[0];
    }

    @Test
    void precision_skips_the_same_artist_and_rows_without_a_genre() {
        RowLabels genres = RowLabels.of(Arrays.asList("rock", "rock", null, "jazz", "rock"));
        assertThat(precisionOfRow0(genres, 2)).isEqualTo(.5);
        RowLabels artists =
                genres.withArtists(List.of(List.of("a", "b"), List.of("b"), List.of("c"), List.of("d"), List.of()));
        assertThat(precisionOfRow0(artists, 1)).isZero();
        assertThat(precisionOfRow0(artists, 2)).isEqualTo(.5);
        assertThat(precisionOfRow0(RowLabels.of(List.of("", "rock", "rock", "rock", "rock")), 2))
                .isNaN();
    }

    @Test
    void rows_with_several_genres_are_alike_if_they_share_one() {
        RowLabels labels = RowLabels.ofMany(
                List.of(List.of("rock", "pop"), List.of("pop"), List.of("jazz"), List.of("rock", "jazz"), List.of()));
        assertThat(precisionOfRow0(labels, 3)).isEqualTo(2 / 3.0);
    }

    @Test
    void the_interval_holds_the_true_mean_about_95_times_in_100() {
        Random random = new Random(5);
        int held = 0;
        for (int i = 0; i < 1_000; i++) {
            Interval interval = Interval.of(random.doubles(50).toArray());
            held += interval.low() <= .5 && .5 <= interval.high() ? 1 : 0;
        }
        assertThat(held).isBetween(930, 970);
    }
}
