package segue.neighbors.hubness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import segue.matrix.FloatMatrix;
import segue.neighbors.Metric;
import segue.neighbors.NeighborIndex;
import segue.neighbors.NeighborTable;

class HubnessTest {
    /** Four rows: 1, 2 and 3 find row 0, which finds row 1. */
    private static final NeighborTable STAR = new NeighborTable(4, 1, new int[] {1, 0, 0, 0}, new float[4]);

    private static Hubness of(int k, int... occurrences) {
        return new Hubness(k, occurrences);
    }

    @Test
    void counts_how_many_rows_have_a_row_among_their_nearest() {
        assertThat(Hubness.of(STAR).occurrences()).containsExactly(3, 1, 0, 0);
        assertThat(Hubness.of(STAR).antihubShare()).isEqualTo(.5);
        assertThat(Hubness.of(STAR).largest()).isEqualTo(3);
    }

    @Test
    void skewness_is_that_of_the_counts() {
        // Differences from the mean 1: 2, 0, -1, -1. Mean square 6/4, mean cube 6/4.
        assertThat(Hubness.of(STAR).skewness()).isEqualTo(1.5 / Math.pow(1.5, 1.5), within(1e-12));
    }

    @Test
    void equal_counts_have_no_skewness_and_no_one_to_rob() {
        Hubness equal = of(5, 5, 5, 5, 5);
        assertThat(equal.skewness()).isZero();
        assertThat(equal.robinHood()).isZero();
        assertThat(equal.antihubShare()).isZero();
        assertThat(equal.slotsOfTop(.25)).isEqualTo(.25);
    }

    @Test
    void counts_that_lie_evenly_around_their_mean_have_no_skewness() {
        assertThat(of(2, 1, 3, 0, 4, 2).skewness()).isEqualTo(0, within(1e-12));
    }

    @Test
    void a_row_that_takes_every_slot_leaves_all_others_to_the_poor() {
        Hubness one = of(1, 10, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        assertThat(one.robinHood()).isEqualTo(.9);
        assertThat(one.slotsOfTop(.01)).isEqualTo(1);
        assertThat(one.antihubShare()).isEqualTo(.9);
    }

    @Test
    void the_mean_of_the_counts_is_k() {
        Hubness hubness = Hubness.of(
                NeighborIndex.of(Spaces.gaussian(1, 300, 7), Metric.EUCLIDEAN).graph(6));
        assertThat(Arrays.stream(hubness.occurrences()).sum()).isEqualTo(6 * 300);
    }

    @Test
    void looks_at_the_first_neighbours_of_a_longer_list() {
        NeighborIndex index = NeighborIndex.of(Spaces.gaussian(1, 300, 7), Metric.EUCLIDEAN);
        assertThat(Hubness.of(index.graph(20), 6).occurrences())
                .containsExactly(Hubness.of(index.graph(6)).occurrences());
    }

    @Test
    void rises_with_the_number_of_columns() {
        double previous = -1;
        for (int columns : new int[] {3, 20, 100}) {
            FloatMatrix space = Spaces.gaussian(2, 1_000, columns);
            double skewness = Hubness.of(
                            NeighborIndex.of(space, Metric.EUCLIDEAN).graph(10))
                    .skewness();
            assertThat(skewness).isGreaterThan(previous + .5);
            previous = skewness;
        }
    }

    @Test
    void the_hubs_come_most_found_first_and_ties_by_row() {
        assertThat(of(2, 1, 4, 0, 4, 1).hubs(3))
                .containsExactly(
                        new Hubness.Hub(1, "row 1", 4), new Hubness.Hub(3, "row 3", 4), new Hubness.Hub(0, "row 0", 1));
    }

    @Test
    void the_table_of_hubs_has_their_names() {
        assertThat(of(1, 0, 2, 1).hubTable(1, List.of("a", "b", "c")).print()).contains("b", "2");
        assertThatThrownBy(() -> of(1, 0, 2, 1).hubTable(1, List.of("a")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 names were given for 3 rows");
    }

    @Test
    void nothing_at_all_has_no_hubs() {
        Hubness nothing = Hubness.of(new NeighborTable(0, 0, new int[0], new float[0]));
        assertThat(nothing.skewness()).isZero();
        assertThat(nothing.antihubShare()).isZero();
        assertThat(nothing.slotsOfTop(.01)).isZero();
        assertThat(nothing.robinHood()).isZero();
        assertThat(nothing.hubs(3)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Metric.class)
    void a_single_row_finds_none_and_is_never_found(Metric metric) {
        Hubness alone = Hubness.of(
                NeighborIndex.of(FloatMatrix.of(new float[] {1, 2}), metric).graph(5));
        assertThat(alone.occurrences()).containsExactly(0);
        assertThat(alone.skewness()).isZero();
    }

    @Test
    void refuses_answers_to_other_queries_than_the_rows() {
        NeighborTable ofTwoQueries = new NeighborTable(2, 1, new int[] {1, 7}, new float[2]);
        assertThatThrownBy(() -> Hubness.of(ofTwoQueries))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("row 1 has neighbour 7, but the table is of 2 queries");
    }

    @Test
    void refuses_a_k_and_a_share_out_of_range() {
        assertThatThrownBy(() -> Hubness.of(STAR, 2)).hasMessageContaining("k must be in [0, 1]");
        assertThatThrownBy(() -> Hubness.of(STAR).slotsOfTop(0)).hasMessageContaining("must be in (0, 1]");
    }
}
