package segue.neighbors.hubness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import segue.matrix.FloatMatrix;
import segue.neighbors.Distance;
import segue.neighbors.Metric;
import segue.neighbors.NeighborIndex;
import segue.neighbors.NeighborTable;
import segue.neighbors.Neighbors;

class LocalScalingTest {
    private static NeighborIndex index(FloatMatrix space, int scaleNeighbor) {
        return HubnessReduction.LOCAL_SCALING.index(
                space,
                new Distance(Metric.EUCLIDEAN),
                ReductionOptions.defaults().withScaleNeighbor(scaleNeighbor));
    }

    @Test
    void divides_by_what_is_far_for_both() {
        // Second neighbours: row 0 at 3, row 1 at 2, row 2 at 3, row 3 at 9.
        FloatMatrix line = FloatMatrix.of(new float[] {0}, new float[] {1}, new float[] {3}, new float[] {10});
        Neighbors ofFirst = index(line, 2).graph(3).of(0);
        assertThat(ofFirst.rows()).containsExactly(1, 2, 3);
        assertThat((double) ofFirst.distances()[0]).isEqualTo(1 / Math.sqrt(3 * 2), within(1e-6));
        assertThat((double) ofFirst.distances()[1]).isEqualTo(3 / Math.sqrt(3 * 3), within(1e-6));
        assertThat((double) ofFirst.distances()[2]).isEqualTo(10 / Math.sqrt(3 * 9), within(1e-6));
    }

    @Test
    void a_distance_beyond_the_range_of_float_stays_beyond_it() {
        FloatMatrix huge = FloatMatrix.of(new float[] {0}, new float[] {1e30f}, new float[] {-1e30f});
        assertThat(index(huge, 1).graph(2).distances()).containsOnly(Float.POSITIVE_INFINITY);
    }

    @Test
    void is_symmetric() {
        NeighborTable graph = index(Spaces.gaussian(1, 60, 5), 7).graph(59);
        float[][] distances = new float[60][60];
        for (int x = 0; x < 60; x++) {
            for (int i = 0; i < 59; i++) {
                distances[x][graph.of(x).rows()[i]] = graph.of(x).distances()[i];
            }
        }
        for (int x = 0; x < 60; x++) {
            for (int y = 0; y < 60; y++) {
                assertThat(distances[x][y]).isEqualTo(distances[y][x]);
            }
        }
    }

    @Test
    void does_not_depend_on_the_unit_of_the_columns() {
        FloatMatrix space = Spaces.gaussian(2, 300, 6);
        float[] stretched = space.values().clone();
        for (int i = 0; i < stretched.length; i++) {
            stretched[i] *= 1024;
        }
        NeighborTable small = index(space, 10).graph(10);
        NeighborTable large = index(FloatMatrix.wrap(300, 6, stretched), 10).graph(10);
        assertThat(large.rows()).containsExactly(small.rows());
        assertThat(large.distances()).containsExactly(small.distances());
    }

    @Test
    void gives_rows_among_many_duplicates_a_finite_place() {
        NeighborTable graph = index(Spaces.duplicates(3, 200), 10).graph(50);
        for (float distance : graph.distances()) {
            assertThat(distance).isFinite().isNotNegative();
        }
    }

    @Test
    void takes_the_hubs_out_of_a_space_of_many_columns() {
        FloatMatrix space = Spaces.gaussian(9, 1_500, 60);
        Hubness plain = Hubness.of(NeighborIndex.of(space, Metric.EUCLIDEAN).graph(10));
        Hubness reduced = Hubness.of(index(space, 10).graph(10));
        assertThat(reduced.skewness()).isLessThan(plain.skewness() / 2);
    }
}
