package segue.neighbors.hubness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import segue.matrix.FloatMatrix;
import segue.neighbors.Metric;
import segue.neighbors.NeighborIndex;
import segue.neighbors.NeighborTable;
import segue.neighbors.Neighbors;
import segue.neighbors.Search;

class CentringTest {
    private static FloatMatrix moved(FloatMatrix space, float by) {
        float[] values = space.values().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] += by;
        }
        return FloatMatrix.wrap(space.rows(), space.columns(), values);
    }

    @ParameterizedTest
    @EnumSource(names = {"EUCLIDEAN", "SQUARED_EUCLIDEAN", "MANHATTAN", "CHEBYSHEV"})
    void changes_nothing_where_the_origin_is_nothing_and_says_so(Metric metric) {
        FloatMatrix space = Spaces.gaussian(1, 200, 6);
        NeighborTable centred = HubnessReduction.CENTRING.index(space, metric).graph(5);
        NeighborTable plain = NeighborIndex.of(space, metric).graph(5);
        assertThat(centred.rows()).containsExactly(plain.rows());
        assertThat(centred.distances()).containsExactly(plain.distances());
        assertThat(HubnessReduction.CENTRING.uselessBy(metric).orElseThrow()).contains("changes nothing");
    }

    @Test
    void ranks_by_the_dot_product_of_vectors_less_their_mean() {
        FloatMatrix space = FloatMatrix.of(new float[] {1, 4}, new float[] {3, 4}, new float[] {5, 1});
        // The mean is (3, 3): less it the rows are (-2, 1), (0, 1), (2, -2).
        Neighbors of = HubnessReduction.CENTRING.index(space, Metric.DOT).nearest(new float[] {4, 2}, 3);
        assertThat(of.rows()).containsExactly(2, 1, 0);
        assertThat(of.distances()).containsExactly(-4, 1, 3);
    }

    @Test
    void takes_out_the_hubs_that_a_far_origin_makes_by_dot_product() {
        FloatMatrix space = moved(Spaces.gaussian(2, 800, 20), 3);
        Hubness plain = Hubness.of(NeighborIndex.of(space, Metric.DOT).graph(10));
        Hubness centred =
                Hubness.of(HubnessReduction.CENTRING.index(space, Metric.DOT).graph(10));
        assertThat(centred.skewness()).isLessThan(plain.skewness() / 2);
        assertThat(centred.antihubShare()).isLessThan(plain.antihubShare() / 2);
    }

    @Test
    void a_row_asked_as_a_query_finds_what_the_row_finds() {
        FloatMatrix space = moved(Spaces.gaussian(3, 300, 8), 1);
        NeighborIndex index = HubnessReduction.CENTRING.index(space, Metric.COSINE);
        for (int row = 0; row < 20; row++) {
            Neighbors asked = index.nearest(space.row(row), 6);
            assertThat(asked.rows())
                    .containsExactly(index.searchRow(row, Search.nearest(6)).rows());
        }
    }

    @Test
    void cosine_distances_stay_between_0_and_2_and_do_not_depend_on_lengths() {
        FloatMatrix space = moved(Spaces.gaussian(4, 300, 8), 2);
        NeighborIndex index = HubnessReduction.CENTRING.index(space, Metric.COSINE);
        float[] query = space.row(7);
        float[] longer = new float[8];
        for (int c = 0; c < 8; c++) {
            longer[c] = 4 * query[c];
        }
        Neighbors all = index.nearest(query, 300);
        assertThat(all.distances()[299]).isBetween(1f, 2f);
        assertThat(index.nearest(longer, 300).rows()).containsExactly(all.rows());
    }

    @Test
    void a_vector_without_a_direction_stays_at_distance_1_of_all() {
        FloatMatrix space = FloatMatrix.of(new float[] {0, 0}, new float[] {1, 2}, new float[] {2, 1});
        Neighbors of = HubnessReduction.CENTRING.index(space, Metric.COSINE).nearest(new float[] {0, 0}, 3);
        for (float distance : of.distances()) {
            assertThat((double) distance).isEqualTo(1, within(1e-6));
        }
    }

    @Test
    void counts_columns_by_their_weights() {
        FloatMatrix space = moved(Spaces.gaussian(5, 100, 3), 1);
        float[] stretched = space.values().clone();
        for (int i = 0; i < stretched.length; i += 3) {
            stretched[i] *= 2;
            stretched[i + 1] = 0;
        }
        NeighborTable weighted = HubnessReduction.CENTRING
                .index(space, Metric.COSINE.weighted(4, 0, 1), ReductionOptions.defaults())
                .graph(5);
        NeighborTable expected = HubnessReduction.CENTRING
                .index(FloatMatrix.wrap(100, 3, stretched), Metric.COSINE)
                .graph(5);
        assertThat(weighted.rows()).containsExactly(expected.rows());
    }

    @Test
    void refuses_queries_of_another_length_and_values_that_are_not_finite() {
        NeighborIndex index = HubnessReduction.CENTRING.index(Spaces.gaussian(6, 10, 3), Metric.COSINE);
        assertThatThrownBy(() -> index.nearest(new float[] {1, 2}, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("vectors of 3 values");
        assertThatThrownBy(() -> index.nearest(new float[] {1, 2, Float.NaN}, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("finite");
    }
}
