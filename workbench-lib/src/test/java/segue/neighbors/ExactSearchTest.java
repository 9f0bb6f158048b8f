package segue.neighbors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import segue.matrix.FloatMatrix;

/** What every exact back end must do; one subclass a back end. The scalar one is the oracle of the others. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ExactSearchTest {
    private static final int[] AWKWARD_SIZES = {0, 1, 2, 7, 13, 63, 64, 65, 207, 4098};
    private static final int[] AWKWARD_COLUMNS = {1, 3, 13, 16, 17, 33, 128};

    abstract Backend backend();

    /** The metrics that this back end can search by. */
    List<Metric> metrics() {
        return List.of(Metric.values());
    }

    @BeforeEach
    void the_back_end_must_be_there() {
        assumeTrue(
                backend().unavailableReason().isEmpty(),
                () -> backend().unavailableReason().orElseThrow());
    }

    private NeighborIndex index(FloatMatrix data, Metric metric) {
        return NeighborIndex.of(data, metric, backend());
    }

    private void assertLikeTheOracle(FloatMatrix data, Distance distance, FloatMatrix queries, Search search) {
        NeighborTable found = NeighborIndex.of(data, distance, backend()).search(queries, search);
        NeighborTable expected =
                NeighborIndex.of(data, distance, Backend.SCALAR).search(queries, search);
        assertThat(found.k()).isEqualTo(expected.k());
        assertThat(found.rows()).containsExactly(expected.rows());
        assertThat(found.distances()).containsExactly(expected.distances());
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void gives_the_oracles_rows_and_distances_to_the_last_bit_at_awkward_sizes(Metric metric) {
        for (int rows : AWKWARD_SIZES) {
            for (int columns : AWKWARD_COLUMNS) {
                FloatMatrix data = Reference.random(31L * rows + columns, rows, columns);
                FloatMatrix queries = Reference.random(5, 6, columns);
                assertLikeTheOracle(data, new Distance(metric), queries, Search.nearest(7));
                assertLikeTheOracle(data, new Distance(metric), queries, Search.farthest(7));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void gives_the_oracles_rows_of_clusters_of_many_columns_of_coarse_and_of_sorted_values(Metric metric) {
        FloatMatrix clustered = Reference.clustered(3, 9_000, 9);
        FloatMatrix wide = Reference.clustered(4, 300, 1024);
        FloatMatrix coarse = Reference.coarse(5, 5_000, 4);
        FloatMatrix descending = Reference.descending(6_000);
        for (FloatMatrix data : List.of(clustered, wide, coarse, descending)) {
            FloatMatrix queries = data.selectRows(IntStream.range(0, 30).toArray());
            for (int k : new int[] {1, 20, 150}) {
                assertLikeTheOracle(data, new Distance(metric), queries, Search.nearest(k));
                assertLikeTheOracle(data, new Distance(metric), queries, Search.farthest(k));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void agrees_with_double_precision_to_a_hundred_thousandth(Metric metric) {
        for (int columns : new int[] {13, 1024}) {
            FloatMatrix data = Reference.clustered(columns, 400, columns);
            float[] weights = new float[columns];
            for (int c = 0; c < columns; c++) {
                weights[c] = c % 5 * 0.7f;
            }
            for (Distance distance : List.of(new Distance(metric), metric.weighted(weights))) {
                assertLikeDoublePrecision(data, distance);
            }
        }
    }

    private void assertLikeDoublePrecision(FloatMatrix data, Distance distance) {
        NeighborIndex index = NeighborIndex.of(data, distance, backend());
        for (int row = 0; row < 10; row++) {
            float[] query = data.row(row);
            double[] sorted = IntStream.range(0, 400)
                    .mapToDouble(other -> Reference.distance(distance, query, data.row(other)))
                    .sorted()
                    .toArray();
            Neighbors found = index.nearest(query, 400);
            for (int i = 0; i < 400; i++) {
                float[] other = data.row(found.rows()[i]);
                double allowed = Reference.tolerance(distance, query, other);
                assertThat((double) found.distances()[i])
                        .isEqualTo(Reference.distance(distance, query, other), within(allowed + 1e-9))
                        .isEqualTo(sorted[i], within(allowed + 1e-9));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void counts_columns_by_their_weights(Metric metric) {
        FloatMatrix data = Reference.random(6, 500, 5);
        Distance weighted = metric.weighted(2, 0, 0.25f, 1, 9);
        FloatMatrix queries = Reference.random(7, 8, 5);
        assertLikeTheOracle(data, weighted, queries, Search.nearest(10));
        Neighbors found = NeighborIndex.of(data, weighted, backend()).nearest(queries.row(0), 10);
        for (int i = 0; i < 10; i++) {
            assertThat((double) found.distances()[i])
                    .isEqualTo(Reference.distance(weighted, queries.row(0), data.row(found.rows()[i])), within(1e-5));
        }
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void breaks_ties_by_ascending_row_and_loses_none(Metric metric) {
        FloatMatrix data = Reference.coarse(9, 500, 3);
        for (int k : new int[] {1, 5, 77, 500}) {
            Neighbors found = index(data, metric).nearest(data.row(3), k);
            int[] expected = IntStream.range(0, 500)
                    .boxed()
                    .sorted((a, b) -> {
                        int byDistance = Double.compare(
                                rounded(metric, data.row(3), data.row(a)), rounded(metric, data.row(3), data.row(b)));
                        return byDistance != 0 ? byDistance : Integer.compare(a, b);
                    })
                    .limit(k)
                    .mapToInt(row -> row)
                    .toArray();
            assertThat(found.rows()).containsExactly(expected);
        }
    }

    private static double rounded(Metric metric, float[] a, float[] b) {
        return Math.round(1e4 * Reference.distance(new Distance(metric), a, b));
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void the_graph_is_every_row_asked_by_itself(Metric metric) {
        FloatMatrix data = Reference.clustered(11, 700, 6);
        NeighborIndex index = index(data, metric);
        for (Search search : List.of(
                Search.nearest(4).withoutSelf(),
                Search.nearest(4),
                Search.farthest(3).withoutSelf().among(700, row -> row % 3 == 0))) {
            NeighborTable graph = index.graph(search.onThreads(3));
            for (int row = 0; row < 700; row++) {
                Neighbors alone = index.searchRow(row, search);
                assertThat(graph.of(row).rows()).containsExactly(alone.rows());
                assertThat(graph.of(row).distances()).containsExactly(alone.distances());
            }
        }
    }

    @Test
    void leaves_out_the_row_itself_but_not_its_duplicates() {
        FloatMatrix data = FloatMatrix.of(
                new float[] {1, 1}, new float[] {2, 2}, new float[] {1, 1}, new float[] {0, 5}, new float[] {1, 1});
        NeighborIndex index = index(data, Metric.EUCLIDEAN);
        assertThat(index.nearest(data.row(2), 3).rows()).containsExactly(0, 2, 4);
        assertThat(index.searchRow(2, Search.nearest(3).withoutSelf()).rows()).containsExactly(0, 4, 1);
        assertThat(index.graph(9).k()).isEqualTo(4);
        assertThat(index.graph(9).of(2).rows()).containsExactly(0, 4, 1, 3);
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void finds_only_rows_that_are_admitted(Metric metric) {
        FloatMatrix data = Reference.clustered(12, 3_000, 7);
        FloatMatrix queries = data.selectRows(0, 10, 20, 30, 40);
        Random random = new Random(3);
        for (int oneIn : new int[] {2, 50, 1000}) {
            Search search = Search.nearest(20).among(3_000, row -> random.nextInt(oneIn) == 0);
            assertLikeTheOracle(data, new Distance(metric), queries, search);
            assertLikeTheOracle(data, new Distance(metric), queries, search.withFarthest(true));
            int[] found = index(data, metric).search(queries, search).rows();
            assertThat(IntStream.of(found).allMatch(search.among()::get)).isTrue();
        }
        assertThat(index(data, metric)
                        .search(data.row(0), Search.nearest(3).among(new BitSet()))
                        .size())
                .isZero();
    }

    @Test
    void a_zero_vector_is_at_cosine_distance_1_from_everything() {
        FloatMatrix data = FloatMatrix.of(new float[] {0, 0}, new float[] {1, 0}, new float[] {-1, 0});
        NeighborIndex index = index(data, Metric.COSINE);
        assertThat(index.nearest(new float[] {0, 0}, 3).distances()).containsExactly(1, 1, 1);
        assertThat(index.nearest(new float[] {0, 0}, 2).rows()).containsExactly(0, 1);
        assertThat(index.farthest(new float[] {0, 0}, 2).rows()).containsExactly(0, 1);
        assertThat(index.nearest(new float[] {2, 0}, 3).distances()).containsExactly(0, 1, 2);
        assertThat(index.graph(1).of(0).rows()).containsExactly(1);
    }

    @Test
    void a_column_that_is_constant_changes_nothing() {
        FloatMatrix data = Reference.random(13, 300, 3);
        float[] wider = new float[300 * 4];
        for (int row = 0; row < 300; row++) {
            System.arraycopy(data.row(row), 0, wider, row * 4, 3);
            wider[row * 4 + 3] = 7;
        }
        NeighborTable plain = index(data, Metric.MANHATTAN).graph(5);
        NeighborTable constant =
                index(FloatMatrix.wrap(300, 4, wider), Metric.MANHATTAN).graph(5);
        assertThat(constant.rows()).containsExactly(plain.rows());
    }

    @Test
    void k_beyond_the_rows_gives_them_all_and_k_0_none() {
        FloatMatrix data = Reference.random(2, 5, 3);
        NeighborIndex index = index(data, Metric.MANHATTAN);
        assertThat(index.nearest(data.row(0), 99).size()).isEqualTo(5);
        assertThat(index.nearest(data.row(0), 0).size()).isZero();
        assertThat(index.graph(0).rows()).isEmpty();
    }

    @Test
    void empty_data_gives_nothing_and_one_row_only_itself() {
        NeighborIndex none = index(FloatMatrix.wrap(0, 3, new float[0]), Metric.EUCLIDEAN);
        assertThat(none.nearest(new float[3], 5).size()).isZero();
        assertThat(none.graph(5).rows()).isEmpty();
        NeighborIndex one = index(FloatMatrix.of(new float[] {1, 2}), Metric.COSINE);
        assertThat(one.nearest(new float[] {3, 3}, 5).rows()).containsExactly(0);
        assertThat(one.graph(5).k()).isZero();
    }

    @Test
    void distances_that_overflow_still_rank_and_nothing_is_lost() {
        FloatMatrix data = FloatMatrix.of(new float[] {3e30f}, new float[] {-3e30f}, new float[] {1});
        assertThat(index(data, Metric.EUCLIDEAN).nearest(new float[] {0}, 3).rows())
                .containsExactly(2, 0, 1);
        assertThat(index(data, Metric.EUCLIDEAN).farthest(new float[] {0}, 3).rows())
                .containsExactly(0, 1, 2);
    }

    @Test
    void what_does_not_fit_is_refused_with_the_reason() {
        NeighborIndex index = index(Reference.random(2, 5, 3), Metric.EUCLIDEAN);
        assertThatThrownBy(() -> index.nearest(new float[2], 1))
                .hasMessage("the index holds vectors of 3 values but the query has 2");
        assertThatThrownBy(() -> index.nearest(new float[] {0, Float.NaN, 0}, 1))
                .hasMessage("query value 1 is NaN: every value must be finite");
        assertThatThrownBy(() -> index.nearest(new float[3], -1)).hasMessage("k must be at least 0 but was -1");
        assertThatThrownBy(() -> index.searchRow(5, Search.nearest(1))).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> index.search(new float[3], Search.nearest(1).among(9, row -> true)))
                .hasMessage("row 8 may be found by this search, but the index has 5 rows");
        assertThatThrownBy(() -> index.search(new float[3], Search.nearest(1).withoutSelf()))
                .hasMessageContaining("use searchRow or graph");
    }

    @Test
    void a_batch_answers_like_its_queries_one_by_one_on_any_number_of_threads() {
        FloatMatrix data = Reference.random(4, 3_333, 7);
        FloatMatrix queries = Reference.random(5, 341, 7);
        NeighborIndex index = index(data, Metric.EUCLIDEAN);
        for (int threads : new int[] {1, 2, 7}) {
            NeighborTable nearest = index.search(queries, Search.nearest(4).onThreads(threads));
            for (int q = 0; q < 341; q++) {
                assertThat(nearest.of(q).rows())
                        .containsExactly(index.nearest(queries.row(q), 4).rows());
            }
        }
        assertThat(index.nearest(queries, 10_000).k()).isEqualTo(3_333);
    }
}
