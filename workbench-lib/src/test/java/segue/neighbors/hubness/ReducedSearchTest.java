package segue.neighbors.hubness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import segue.matrix.FloatMatrix;
import segue.neighbors.Distance;
import segue.neighbors.Metric;
import segue.neighbors.NeighborIndex;
import segue.neighbors.NeighborTable;
import segue.neighbors.Neighbors;
import segue.neighbors.Search;

/** What every reduced index must do. */
class ReducedSearchTest {
    private static final ReductionOptions TWENTY = ReductionOptions.defaults().withCandidates(20);

    private static NeighborIndex index(HubnessReduction reduction, FloatMatrix space) {
        return reduction.index(space, new Distance(Metric.COSINE), TWENTY);
    }

    private static void assertSame(Neighbors found, Neighbors expected) {
        assertThat(found.rows()).containsExactly(expected.rows());
        assertThat(found.distances()).containsExactly(expected.distances());
    }

    @ParameterizedTest
    @EnumSource
    void the_graph_is_every_row_asked_by_itself(HubnessReduction reduction) {
        FloatMatrix space = Spaces.gaussian(1, 200, 12);
        NeighborIndex index = index(reduction, space);
        for (Search search : new Search[] {
            Search.nearest(5).withoutSelf(),
            Search.nearest(5),
            Search.nearest(30).withoutSelf(),
            Search.nearest(5).withoutSelf().among(200, row -> row % 3 == 0)
        }) {
            NeighborTable graph = index.graph(search);
            for (int row = 0; row < 200; row++) {
                Neighbors alone = index.searchRow(row, search);
                assertThat(alone.rows()).startsWith(graph.of(row).rows());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_batch_is_every_query_asked_by_itself(HubnessReduction reduction) {
        FloatMatrix queries = Spaces.gaussian(2, 90, 12);
        NeighborIndex index = index(reduction, Spaces.gaussian(1, 200, 12));
        for (Search search : new Search[] {
            Search.nearest(5), Search.nearest(7).among(200, row -> row > 40).onThreads(2)
        }) {
            NeighborTable batch = index.search(queries, search);
            for (int query = 0; query < 90; query++) {
                assertSame(batch.of(query), index.search(queries.row(query), search));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void finds_only_rows_that_a_filter_admits(HubnessReduction reduction) {
        NeighborIndex index = index(reduction, Spaces.gaussian(1, 200, 12));
        Search even = Search.nearest(30).withoutSelf().among(200, row -> row % 2 == 0);
        int[] found = index.searchRow(4, even).rows();
        assertThat(found).hasSize(30).doesNotContain(4);
        assertThat(IntStream.of(found)).allMatch(row -> row % 2 == 0);
        assertThat(index.search(new float[12], Search.nearest(3).among(200, row -> row == 9))
                        .rows())
                .containsExactly(9);
    }

    @ParameterizedTest
    @EnumSource
    void the_row_itself_comes_first_unless_it_is_left_out(HubnessReduction reduction) {
        NeighborIndex index = index(reduction, Spaces.gaussian(1, 200, 12));
        for (int row = 0; row < 200; row += 9) {
            assertThat(index.searchRow(row, Search.nearest(3)).rows()[0]).isEqualTo(row);
            assertThat(index.searchRow(row, Search.nearest(3).withoutSelf()).rows())
                    .doesNotContain(row);
        }
    }

    @ParameterizedTest
    @EnumSource
    void finds_all_there_are_where_more_are_asked_for(HubnessReduction reduction) {
        NeighborIndex index = index(reduction, Spaces.gaussian(3, 9, 4));
        assertThat(index.nearest(new float[4], 50).rows()).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(index.graph(50).k()).isEqualTo(8);
        assertThat(index.nearest(new float[4], 0).size()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void holds_one_row_or_none(HubnessReduction reduction) {
        NeighborIndex one = index(reduction, Spaces.gaussian(3, 1, 4));
        assertThat(one.graph(3).k()).isZero();
        assertThat(one.nearest(new float[] {1, 2, 3, 4}, 3).rows()).containsExactly(0);
        assertThat(one.searchRow(0, Search.nearest(3)).rows()).containsExactly(0);
        NeighborIndex none = index(reduction, Spaces.gaussian(3, 0, 4));
        assertThat(none.nearest(new float[4], 3).size()).isZero();
        assertThat(none.graph(3).queries()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void finds_rows_that_are_all_equal_in_ascending_order(HubnessReduction reduction) {
        NeighborIndex index = index(reduction, FloatMatrix.wrap(40, 2, filled(80)));
        assertThat(index.nearest(new float[] {1, 1}, 4).rows()).containsExactly(0, 1, 2, 3);
        assertThat(index.graph(3).of(1).rows()).containsExactly(0, 2, 3);
    }

    private static float[] filled(int length) {
        float[] ones = new float[length];
        Arrays.fill(ones, 1);
        return ones;
    }

    @ParameterizedTest
    @EnumSource
    void gives_the_same_on_one_thread_as_on_several(HubnessReduction reduction) {
        NeighborIndex index = index(reduction, Spaces.gaussian(4, 500, 12));
        Search search = Search.nearest(5).withoutSelf();
        assertThat(index.graph(search.onThreads(1)).rows())
                .containsExactly(index.graph(search.onThreads(3)).rows());
    }

    @ParameterizedTest
    @EnumSource(names = {"MUTUAL_PROXIMITY", "GAUSSIAN_PROXIMITY", "LOCAL_SCALING"})
    void refuses_the_farthest_and_the_dot_product_with_a_reason(HubnessReduction reduction) {
        FloatMatrix space = Spaces.gaussian(5, 30, 3);
        assertThatThrownBy(() -> index(reduction, space).farthest(new float[3], 2))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("knows nothing of the farthest");
        assertThatThrownBy(() -> reduction.index(space, Metric.DOT))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("use centring, or cosine");
    }

    @ParameterizedTest
    @EnumSource
    void tells_how_far_a_batch_is_in_ascending_steps_to_its_end(HubnessReduction reduction) {
        NeighborIndex index = index(reduction, Spaces.gaussian(6, 300, 5));
        AtomicInteger last = new AtomicInteger();
        AtomicInteger goal = new AtomicInteger();
        index.search(Spaces.gaussian(7, 300, 5), Search.nearest(3).onThreads(2).reporting((done, total) -> {
            assertThat(done).isGreaterThan(last.getAndSet(done));
            goal.set(total);
        }));
        assertThat(last.get()).isEqualTo(goal.get()).isPositive();
    }

    @ParameterizedTest
    @EnumSource
    void stops_when_the_thread_is_interrupted(HubnessReduction reduction) {
        NeighborIndex index = index(reduction, Spaces.gaussian(6, 300, 5));
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> index.graph(3)).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void a_failure_while_reranking_reaches_the_caller() {
        NeighborIndex index = index(HubnessReduction.MUTUAL_PROXIMITY, Spaces.gaussian(6, 300, 5));
        Search failing = Search.nearest(3).withoutSelf().onThreads(2).reporting((done, total) -> {
            throw new IllegalStateException("on purpose");
        });
        assertThatThrownBy(() -> index.graph(failing))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("on purpose");
    }

    @Test
    void reductions_are_found_by_the_name_people_type() {
        assertThat(HubnessReduction.parse(" Mutual-Proximity ")).isEqualTo(HubnessReduction.MUTUAL_PROXIMITY);
        assertThatThrownBy(() -> HubnessReduction.parse("magic"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(
                        "none, mutual proximity, gaussian proximity, local scaling, centring but was magic");
    }

    @Test
    void options_out_of_range_are_refused() {
        assertThatThrownBy(() -> TWENTY.withCandidates(0)).hasMessage("candidates must be at least 1 but was 0");
        assertThatThrownBy(() -> TWENTY.withScaleNeighbor(0)).hasMessageContaining("must be at least 1 but was 0");
        assertThatThrownBy(() -> TWENTY.onThreads(0)).hasMessageContaining("must be in [1, 1024] but was 0");
    }
}
