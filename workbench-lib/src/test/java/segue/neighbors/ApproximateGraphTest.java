package segue.neighbors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import segue.matrix.FloatMatrix;
import segue.neighbors.ApproximateGraph.Options;

/** The build runs this at 128 and at 256 bits too, by a flag of the JVM. */
class ApproximateGraphTest {
    private static final Options TEN = Options.defaults();

    private static NeighborTable exact(FloatMatrix data, Distance distance, int k) {
        return NeighborIndex.of(data, distance, Backend.AUTO).graph(k);
    }

    private static void assertSame(NeighborTable found, NeighborTable expected) {
        assertThat(found.queries()).isEqualTo(expected.queries());
        assertThat(found.k()).isEqualTo(expected.k());
        assertThat(found.rows()).containsExactly(expected.rows());
        assertThat(found.distances()).containsExactly(expected.distances());
    }

    @ParameterizedTest
    @CsvSource({"13, EUCLIDEAN", "13, MANHATTAN", "13, COSINE", "64, EUCLIDEAN", "64, COSINE", "3, CHEBYSHEV"})
    void finds_99_of_100_true_neighbours_looking_at_a_part_of_the_rows(int columns, Metric metric) {
        FloatMatrix data = Reference.clustered(columns, 6_000, columns);
        ApproximateGraph found = ApproximateGraph.of(data, metric, TEN);
        assertThat(found.cells()).isGreaterThan(100);
        assertThat(found.comparisons()).isBetween(6_000L * found.cells(), 6_000L * 6_000 / 2);
        NeighborTable exact = exact(data, new Distance(metric), 10);
        assertThat(Recall.of(found.graph(), exact).value()).isGreaterThanOrEqualTo(0.99);
        assertThat(found.recall().value()).isGreaterThanOrEqualTo(0.985);
        assertThat(found.recall().queries()).isEqualTo(1_000);
        assertThat(found.choice().reason())
                .contains("The graph is approximate", "%,d of %,d cells".formatted(found.probes(), found.cells()));
    }

    @ParameterizedTest
    @EnumSource(Metric.class)
    void distances_are_the_oracles_to_the_last_bit_and_ascend(Metric metric) {
        FloatMatrix data = Reference.clustered(7, 5_000, 40);
        NeighborTable found = ApproximateGraph.of(data, metric, TEN).graph();
        NeighborIndex oracle = NeighborIndex.of(data, metric, Backend.SCALAR);
        for (int row = 0; row < 5_000; row += 1_000) {
            Neighbors all = oracle.searchRow(row, Search.nearest(5_000).withoutSelf());
            float[] distances = new float[5_000];
            IntStream.range(0, all.size()).forEach(i -> distances[all.rows()[i]] = all.distances()[i]);
            Neighbors ten = found.of(row);
            assertThat(ten.rows()).doesNotContain(row).doesNotHaveDuplicates();
            assertThat(ten.distances()).isSorted();
            for (int i = 0; i < ten.size(); i++) {
                assertThat(ten.distances()[i]).isEqualTo(distances[ten.rows()[i]]);
            }
        }
    }

    @Test
    void a_seed_gives_one_graph_on_any_number_of_threads() {
        FloatMatrix data = Reference.clustered(3, 6_000, 9);
        NeighborTable alone =
                ApproximateGraph.of(data, Metric.EUCLIDEAN, TEN.onThreads(1)).graph();
        assertSame(ApproximateGraph.of(data, Metric.EUCLIDEAN, TEN.onThreads(3)).graph(), alone);
        assertThat(ApproximateGraph.of(data, Metric.EUCLIDEAN, TEN.withSeed(1))
                        .graph()
                        .rows())
                .isNotEqualTo(alone.rows());
    }

    @Test
    void more_recall_looks_into_more_cells() {
        FloatMatrix data = Reference.clustered(4, 9_000, 8);
        ApproximateGraph little = ApproximateGraph.of(data, Metric.EUCLIDEAN, TEN.withRecall(0.5));
        ApproximateGraph much = ApproximateGraph.of(data, Metric.EUCLIDEAN, TEN.withRecall(0.995));
        assertThat(little.probes()).isLessThan(much.probes());
        assertThat(little.comparisons()).isLessThan(much.comparisons());
        assertThat(little.recall().value()).isBetween(0.5, much.recall().value());
    }

    @Test
    void few_rows_are_searched_exactly() {
        FloatMatrix coarse = Reference.coarse(5, 800, 3);
        ApproximateGraph found = ApproximateGraph.of(coarse, Metric.MANHATTAN, TEN);
        assertSame(found.graph(), exact(coarse, new Distance(Metric.MANHATTAN), 10));
        assertThat(found.recall().value()).isEqualTo(1);
        assertThat(found.cells()).isEqualTo(1);
        assertThat(found.choice().reason()).endsWith("the graph is exact.");
    }

    @Test
    void data_that_no_cells_help_with_are_searched_exactly() {
        FloatMatrix noise = Reference.random(8, 4_200, 40);
        for (Metric metric : List.of(Metric.EUCLIDEAN, Metric.DOT)) {
            ApproximateGraph found = ApproximateGraph.of(noise, metric, TEN);
            assertThat(found.cells()).isEqualTo(1);
            assertSame(found.graph(), exact(noise, new Distance(metric), 10));
        }
    }

    @Test
    void k_beyond_the_rows_gives_all_others_and_k_0_none() {
        FloatMatrix data = Reference.random(6, 7, 3);
        assertSame(
                ApproximateGraph.of(data, Metric.EUCLIDEAN, TEN.withK(99)).graph(),
                exact(data, new Distance(Metric.EUCLIDEAN), 99));
        ApproximateGraph none = ApproximateGraph.of(data, Metric.EUCLIDEAN, TEN.withK(0));
        assertThat(none.graph().queries()).isEqualTo(7);
        assertThat(none.graph().rows()).isEmpty();
        assertThat(none.recall().value()).isEqualTo(1);
    }

    @Test
    void empty_data_one_row_and_rows_without_columns_are_no_error() {
        FloatMatrix nothing = FloatMatrix.wrap(0, 3, new float[0]);
        assertThat(ApproximateGraph.of(nothing, Metric.COSINE, TEN).graph().queries())
                .isZero();
        FloatMatrix one = FloatMatrix.of(new float[] {1, 2});
        assertThat(ApproximateGraph.of(one, Metric.EUCLIDEAN, TEN).graph().k()).isZero();
        FloatMatrix bare = FloatMatrix.wrap(5_000, 0, new float[0]);
        assertThat(ApproximateGraph.of(bare, Metric.EUCLIDEAN, TEN).graph().distances())
                .containsOnly(0);
    }

    @Test
    void thousands_of_identical_rows_find_each_other() {
        FloatMatrix same = FloatMatrix.wrap(9_000, 4, new float[36_000]);
        ApproximateGraph all = ApproximateGraph.of(same, Metric.EUCLIDEAN, TEN);
        assertThat(all.graph().distances()).containsOnly(0);
        assertThat(all.recall().value()).isEqualTo(1);
        assertThat(all.comparisons()).isLessThan(9_000L * 9_000 / 4);

        float[] values = Reference.clustered(9, 10_000, 4).values();
        IntStream.range(0, 20_000).forEach(i -> values[i] = 1);
        FloatMatrix half = FloatMatrix.wrap(10_000, 4, values);
        ApproximateGraph found = ApproximateGraph.of(half, Metric.MANHATTAN, TEN);
        NeighborTable exact = exact(half, new Distance(Metric.MANHATTAN), 10);
        assertThat(Recall.of(found.graph(), exact).value()).isGreaterThanOrEqualTo(0.99);
    }

    @Test
    void a_constant_column_changes_nothing() {
        FloatMatrix data = Reference.clustered(10, 5_000, 3);
        float[] wider = new float[5_000 * 4];
        for (int row = 0; row < 5_000; row++) {
            System.arraycopy(data.values(), row * 3, wider, row * 4, 3);
            wider[row * 4 + 3] = 7;
        }
        ApproximateGraph constant = ApproximateGraph.of(FloatMatrix.wrap(5_000, 4, wider), Metric.EUCLIDEAN, TEN);
        assertSame(
                constant.graph(),
                ApproximateGraph.of(data, Metric.EUCLIDEAN, TEN).graph());
    }

    @Test
    void a_row_without_direction_is_at_cosine_distance_1_from_all() {
        float[] values = Reference.clustered(11, 5_000, 6).values();
        IntStream.range(6 * 100, 6 * 200).forEach(i -> values[i] = 0);
        FloatMatrix data = FloatMatrix.wrap(5_000, 6, values);
        NeighborTable found = ApproximateGraph.of(data, Metric.COSINE, TEN).graph();
        assertThat(found.of(100).rows()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(found.of(100).distances()).containsOnly(1);
    }

    @ParameterizedTest
    @CsvSource({"90, 0.1", "400, 0.5"})
    void every_row_has_k_different_other_rows_where_the_cells_it_needs_hold_fewer(int k, double recall) {
        FloatMatrix data = Reference.clustered(15, 5_000, 4);
        ApproximateGraph found =
                ApproximateGraph.of(data, Metric.EUCLIDEAN, TEN.withK(k).withRecall(recall));
        assertThat(found.cells()).isGreaterThan(100);
        for (int row = 0; row < 5_000; row++) {
            Neighbors of = found.graph().of(row);
            assertThat(of.rows()).doesNotHaveDuplicates().doesNotContain(row).hasSize(k);
        }
        double truly = Recall.of(found.graph(), exact(data, new Distance(Metric.EUCLIDEAN), k))
                .value();
        assertThat(found.recall().value()).isCloseTo(truly, within(0.02));
    }

    @Test
    void columns_count_by_their_weights() {
        FloatMatrix data = Reference.clustered(12, 6_000, 5);
        Distance weighted = Metric.EUCLIDEAN.weighted(2, 0, 0.25f, 1, 9);
        ApproximateGraph found = ApproximateGraph.of(data, weighted, TEN);
        assertThat(Recall.of(found.graph(), exact(data, weighted, 10)).value()).isGreaterThanOrEqualTo(0.99);
        assertThatThrownBy(() -> ApproximateGraph.of(data, Metric.EUCLIDEAN.weighted(1, 2), TEN))
                .hasMessage("2 weights were given for vectors of 5 values: give one a value");
    }

    @Test
    void options_out_of_their_range_are_refused() {
        assertThatThrownBy(() -> TEN.withK(-1)).hasMessage("k must be at least 0 but was -1");
        assertThatThrownBy(() -> TEN.onThreads(0)).hasMessage("threads must be in [1, 1024] but was 0");
        assertThatThrownBy(() -> TEN.withRecall(0)).hasMessage("recall must be in (0, 1] but was 0.0");
        assertThatThrownBy(() -> TEN.withRecall(1.01)).hasMessage("recall must be in (0, 1] but was 1.01");
        assertThatThrownBy(() -> TEN.withRecall(Double.NaN)).hasMessage("recall must be in (0, 1] but was NaN");
    }

    @Test
    void progress_ascends_to_the_number_of_rows() {
        List<Integer> told = new ArrayList<>();
        FloatMatrix data = Reference.clustered(13, 5_000, 5);
        ApproximateGraph.of(data, Metric.EUCLIDEAN, TEN.reporting((done, total) -> {
            assertThat(total).isEqualTo(5_000);
            told.add(done);
        }));
        assertThat(told).isSorted().doesNotHaveDuplicates().endsWith(5_000).hasSizeGreaterThan(5);
    }

    @Test
    void an_interrupt_stops_the_work_and_stays_visible() {
        FloatMatrix data = Reference.clustered(14, 5_000, 5);
        Thread me = Thread.currentThread();
        Options interrupted = TEN.reporting((done, total) -> me.interrupt());
        try {
            assertThatThrownBy(() -> ApproximateGraph.of(data, Metric.EUCLIDEAN, interrupted))
                    .isInstanceOf(CancellationException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
