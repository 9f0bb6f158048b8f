package segue.neighbors.hubness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import segue.matrix.FloatMatrix;
import segue.neighbors.Distance;
import segue.neighbors.Metric;
import segue.neighbors.NeighborIndex;
import segue.neighbors.NeighborTable;
import segue.neighbors.Neighbors;
import segue.neighbors.Search;
import segue.neighbors.hubness.HubnessTrial.Verdict;

class GaussianProximityTest {
    private static final ReductionOptions OPTIONS = ReductionOptions.defaults().withCandidates(50);

    private static NeighborIndex index(FloatMatrix space, Metric metric, ReductionOptions options) {
        return HubnessReduction.GAUSSIAN_PROXIMITY.index(space, new Distance(metric), options);
    }

    /** The definition, by the mean and deviation of the distances to all other rows. */
    private static double definition(Neighbors ofX, Neighbors ofY, int x, int y, float distance) {
        double near = NormalShare.below(score(ofX, x, distance));
        double far = NormalShare.below(score(ofY, y, distance));
        return 1 - (1 - near) * (1 - far);
    }

    private static double score(Neighbors all, int self, float distance) {
        double[] others = new double[all.size() - 1];
        int at = 0;
        for (int i = 0; i < all.size(); i++) {
            if (all.rows()[i] != self) {
                others[at++] = all.distances()[i];
            }
        }
        double mean = Arrays.stream(others).average().orElseThrow();
        double variance = Arrays.stream(others)
                .map(d -> (d - mean) * (d - mean))
                .average()
                .orElseThrow();
        return (distance - mean) / Math.sqrt(variance);
    }

    @ParameterizedTest
    @EnumSource(names = {"EUCLIDEAN", "SQUARED_EUCLIDEAN", "MANHATTAN", "COSINE", "CHEBYSHEV"})
    void is_the_definition_where_every_row_is_a_reference(Metric metric) {
        FloatMatrix space = Spaces.gaussian(3, 120, 8);
        NeighborIndex plain = NeighborIndex.of(space, metric);
        NeighborTable graph =
                index(space, metric, OPTIONS.withReferences(120, 1)).graph(50);
        for (int x = 0; x < 120; x++) {
            Neighbors allOfX = plain.nearest(space.row(x), 120);
            Neighbors plainOfX = plain.nearest(space.row(x), 120);
            for (int i = 0; i < 50; i++) {
                int y = graph.of(x).rows()[i];
                int at = Arrays.stream(plainOfX.rows()).boxed().toList().indexOf(y);
                double expected = definition(allOfX, plain.nearest(space.row(y), 120), x, y, plainOfX.distances()[at]);
                assertThat((double) graph.of(x).distances()[i]).isCloseTo(expected, within(1e-4));
            }
        }
    }

    @Test
    void a_few_references_find_nearly_what_all_of_them_find() {
        FloatMatrix space = Spaces.gaussian(5, 1_000, 30);
        NeighborTable some =
                index(space, Metric.EUCLIDEAN, OPTIONS.withReferences(200, 1)).graph(10);
        NeighborTable all =
                index(space, Metric.EUCLIDEAN, OPTIONS.withReferences(1_000, 1)).graph(10);
        int shared = 0;
        for (int row = 0; row < 1_000; row++) {
            int[] found = all.of(row).rows();
            shared += (int) Arrays.stream(some.of(row).rows())
                    .filter(one -> Arrays.stream(found).anyMatch(other -> other == one))
                    .count();
        }
        assertThat(shared / 10_000.0).isGreaterThan(.9);
    }

    @Test
    void the_same_seed_draws_the_same_references_and_another_does_not() {
        FloatMatrix space = Spaces.gaussian(6, 400, 20);
        NeighborTable one =
                index(space, Metric.EUCLIDEAN, OPTIONS.withReferences(40, 1)).graph(10);
        assertThat(index(space, Metric.EUCLIDEAN, OPTIONS.withReferences(40, 1))
                        .graph(10)
                        .distances())
                .containsExactly(one.distances());
        assertThat(index(space, Metric.EUCLIDEAN, OPTIONS.withReferences(40, 2))
                        .graph(10)
                        .distances())
                .isNotEqualTo(one.distances());
    }

    @Test
    void a_vector_that_is_no_row_is_answered_as_if_it_were_one() {
        FloatMatrix space = Spaces.gaussian(7, 300, 12);
        NeighborIndex index = index(space, Metric.EUCLIDEAN, OPTIONS.withReferences(299, 1));
        for (int row = 0; row < 300; row += 30) {
            int[] asVector = index.nearest(space.row(row), 11).rows();
            int[] asRow = index.searchRow(row, Search.nearest(11)).rows();
            assertThat(Arrays.stream(asVector)
                            .filter(found -> Arrays.stream(asRow).anyMatch(r -> r == found)))
                    .hasSizeGreaterThanOrEqualTo(10);
        }
    }

    @Test
    void takes_the_anti_hubs_out_of_a_space_of_many_columns_and_the_doctor_says_so() {
        FloatMatrix space = Spaces.mixture(1, 1_200, 60, 5, .35);
        HubnessReport report = HubnessDoctor.examine(
                space,
                new Distance(Metric.EUCLIDEAN),
                RowLabels.of(Spaces.genres(1_200, 5)),
                DoctorOptions.defaults().trying(List.of(HubnessReduction.GAUSSIAN_PROXIMITY)));
        HubnessTrial plain = report.trial(HubnessReduction.NONE);
        HubnessTrial trial = report.trial(HubnessReduction.GAUSSIAN_PROXIMITY);
        assertThat(report.trials()).hasSize(2);
        assertThat(trial.hubness().antihubShare()).isLessThan(plain.hubness().antihubShare() / 4);
        assertThat(trial.gain().orElseThrow().low()).isPositive();
        assertThat(trial.verdict()).isEqualTo(Verdict.RECOMMENDED);
        assertThat(report.recommended().index(space, Metric.EUCLIDEAN).graph(10).rows())
                .hasSize(12_000);
    }

    @Test
    void fewer_rows_never_found_outweigh_some_skewness_but_not_a_sure_loss() {
        HubnessTrial plain = trial(HubnessReduction.NONE, 100, 10, new Interval(0, 0, 0, 1));
        HubnessTrial better = trial(HubnessReduction.GAUSSIAN_PROXIMITY, 40, 14, new Interval(.001, -.001, .003, 1));
        HubnessTrial worse = trial(HubnessReduction.LOCAL_SCALING, 40, 14, new Interval(-.002, -.003, -.001, 1));
        HubnessTrial skewed = trial(HubnessReduction.MUTUAL_PROXIMITY, 90, 14, new Interval(.001, -.001, .003, 1));
        var judged = Judgement.of(List.of(plain, better, worse, skewed));
        assertThat(judged)
                .extracting(HubnessTrial::verdict)
                .containsExactly(Verdict.BASELINE, Verdict.RECOMMENDED, Verdict.REFUSED, Verdict.REFUSED);
        assertThat(judged.get(1).sentence())
                .startsWith("gaussian proximity takes the share of rows that are never found from 10.0 % to 4.0 %");
    }

    /** Of 1,000 rows some are never found, and one of the others is found often: all of them together 10 times each. */
    private static HubnessTrial trial(HubnessReduction reduction, int never, int spread, Interval gain) {
        int[] occurrences = new int[1_000];
        for (int row = never; row < 1_000; row++) {
            occurrences[row] = 10 + (row % 10 == 0 ? spread : 0);
        }
        return new HubnessTrial(
                reduction,
                new Hubness(10, occurrences),
                List.of(),
                Optional.of(new Interval(.4, .39, .41, 1)),
                Optional.of(gain),
                Verdict.BASELINE,
                "");
    }

    /** Values of tables. */
    @ParameterizedTest
    @CsvSource({
        "0, 0.5",
        "1, 0.841344746068543",
        "-1.96, 0.0249978951482204",
        "-3.999, 3.180534005420198e-05",
        "-4.001, 3.153767893352071e-05",
        "-8, 6.22096057427178e-16",
        "-20, 2.75362411860623e-89",
        "-40, 0",
        "40, 1"
    })
    void the_normal_share_is_exact_far_into_the_tail(double z, double share) {
        assertThat(NormalShare.below(z)).isCloseTo(share, within(share * 1e-9));
    }

    @Test
    void fewer_than_two_references_are_refused() {
        assertThatThrownBy(() -> OPTIONS.withReferences(1, 1)).hasMessage("references must be at least 2 but was 1");
    }
}
