package segue.neighbors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import segue.matrix.FloatMatrix;

/** Laws that distances follow, over seeded vectors. */
class DistanceTest {
    private static final int VECTORS = 40;
    private final FloatMatrix data = Reference.random(8, VECTORS, 19);

    private float[][] matrix(Metric metric) {
        NeighborIndex index = NeighborIndex.of(data, metric, Backend.SCALAR);
        float[][] distances = new float[VECTORS][VECTORS];
        for (int a = 0; a < VECTORS; a++) {
            Neighbors all = index.nearest(data.row(a), VECTORS);
            for (int i = 0; i < VECTORS; i++) {
                distances[a][all.rows()[i]] = all.distances()[i];
            }
        }
        return distances;
    }

    @ParameterizedTest
    @EnumSource
    void a_distance_is_the_same_both_ways(Metric metric) {
        float[][] distances = matrix(metric);
        for (int a = 0; a < VECTORS; a++) {
            for (int b = 0; b < VECTORS; b++) {
                assertThat(distances[a][b]).isEqualTo(distances[b][a]);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = "DOT", mode = EnumSource.Mode.EXCLUDE)
    void a_vector_is_at_distance_0_from_itself_alone(Metric metric) {
        float[][] distances = matrix(metric);
        for (int a = 0; a < VECTORS; a++) {
            for (int b = 0; b < VECTORS; b++) {
                assertThat(distances[a][b] == 0).isEqualTo(a == b);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"EUCLIDEAN", "MANHATTAN", "CHEBYSHEV"})
    void no_detour_is_shorter(Metric metric) {
        float[][] distances = matrix(metric);
        for (int a = 0; a < VECTORS; a++) {
            for (int b = 0; b < VECTORS; b++) {
                for (int c = 0; c < VECTORS; c++) {
                    assertThat(distances[a][c]).isLessThanOrEqualTo((distances[a][b] + distances[b][c]) * 1.00001f);
                }
            }
        }
    }

    @Test
    void a_small_cosine_distance_keeps_its_digits() {
        FloatMatrix near = FloatMatrix.of(new float[] {1, 0.001f, 0.002f}, new float[] {1, 0.001f, 0.0021f});
        Distance cosine = new Distance(Metric.COSINE);
        double expected = Reference.distance(cosine, near.row(0), near.row(1));
        float found = NeighborIndex.of(near, Metric.COSINE, Backend.SCALAR)
                .nearest(near.row(0), 2)
                .distances()[1];
        assertThat(found / expected).isBetween(0.999, 1.001);
    }

    @Test
    void weights_that_make_no_sense_are_refused_with_their_place() {
        assertThatThrownBy(() -> Metric.EUCLIDEAN.weighted(1, -2))
                .hasMessage("weight 1 is -2.0: a weight must be finite and at least 0");
        assertThatThrownBy(() -> Metric.EUCLIDEAN.weighted(Float.NaN))
                .hasMessage("weight 0 is NaN: a weight must be finite and at least 0");
        assertThatThrownBy(() -> NeighborIndex.of(data, Metric.COSINE.weighted(1, 2), Backend.SCALAR))
                .hasMessage("2 weights were given for vectors of 19 values: give one a value");
        assertThatThrownBy(() -> NeighborIndex.of(
                        FloatMatrix.of(new float[] {3e38f}), Metric.MANHATTAN.weighted(2), Backend.SCALAR))
                .hasMessage("row 0, column 0 times its weight 2.0 is beyond the range of float");
    }

    @Test
    void vectors_too_long_for_a_dot_product_are_refused() {
        assertThatThrownBy(() -> NeighborIndex.of(FloatMatrix.of(new float[] {1}, new float[] {3e30f}), Metric.DOT))
                .hasMessage("row 1 is 3.00e+30 long: the dot product takes lengths up to 1.8e+19");
    }
}
