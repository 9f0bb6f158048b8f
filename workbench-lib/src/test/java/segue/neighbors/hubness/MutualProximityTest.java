package segue.neighbors.hubness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import segue.matrix.FloatMatrix;
import segue.neighbors.Distance;
import segue.neighbors.Metric;
import segue.neighbors.NeighborIndex;
import segue.neighbors.NeighborTable;
import segue.neighbors.Neighbors;

class MutualProximityTest {
    private static NeighborIndex index(FloatMatrix space, Metric metric, int candidates) {
        return HubnessReduction.MUTUAL_PROXIMITY.index(
                space, new Distance(metric), ReductionOptions.defaults().withCandidates(candidates));
    }

    /** Distances of all pairs, as the plain index gives them. */
    private static float[][] allPairs(FloatMatrix space, Metric metric) {
        NeighborIndex plain = NeighborIndex.of(space, metric);
        float[][] distances = new float[space.rows()][space.rows()];
        for (int row = 0; row < space.rows(); row++) {
            Neighbors all = plain.nearest(space.row(row), space.rows());
            for (int i = 0; i < all.size(); i++) {
                distances[row][all.rows()[i]] = all.distances()[i];
            }
        }
        return distances;
    }

    /** The definition: the share of all other rows that are not farther than the two are from each other, from both. */
    private static double definition(float[][] distances, int x, int y) {
        int notFarther = 0;
        for (int j = 0; j < distances.length; j++) {
            if (j != x && j != y && (distances[x][j] <= distances[x][y] || distances[y][j] <= distances[x][y])) {
                notFarther++;
            }
        }
        return (double) notFarther / (distances.length - 2);
    }

    @ParameterizedTest
    @EnumSource(names = {"EUCLIDEAN", "SQUARED_EUCLIDEAN", "MANHATTAN", "COSINE", "CHEBYSHEV"})
    void is_the_full_definition_where_every_row_is_a_candidate(Metric metric) {
        FloatMatrix space = Spaces.gaussian(3, 120, 8);
        float[][] distances = allPairs(space, metric);
        NeighborTable graph = index(space, metric, 119).graph(119);
        for (int x = 0; x < 120; x++) {
            Neighbors of = graph.of(x);
            for (int i = 0; i < 119; i++) {
                assertThat((double) of.distances()[i]).isEqualTo(definition(distances, x, of.rows()[i]), within(1e-6));
            }
        }
    }

    @Test
    void is_the_full_definition_for_every_mutual_pair_of_shorter_lists() {
        FloatMatrix space = Spaces.gaussian(4, 400, 20);
        float[][] distances = allPairs(space, Metric.EUCLIDEAN);
        NeighborTable lists = NeighborIndex.of(space, Metric.EUCLIDEAN).graph(40);
        NeighborTable graph = index(space, Metric.EUCLIDEAN, 40).graph(40);
        int mutual = 0;
        for (int x = 0; x < 400; x++) {
            for (int i = 0; i < 40; i++) {
                int row = x;
                int y = graph.of(x).rows()[i];
                if (Arrays.stream(lists.of(y).rows()).anyMatch(other -> other == row)) {
                    mutual++;
                    assertThat((double) graph.of(x).distances()[i])
                            .isEqualTo(definition(distances, x, y), within(1e-6));
                }
            }
        }
        assertThat(mutual).isGreaterThan(5_000);
    }

    @Test
    void a_tenth_of_the_rows_as_candidates_find_nearly_what_all_of_them_find() {
        FloatMatrix space = Spaces.gaussian(5, 400, 30);
        NeighborTable some = index(space, Metric.EUCLIDEAN, 40).graph(10);
        NeighborTable all = index(space, Metric.EUCLIDEAN, 399).graph(10);
        int shared = 0;
        for (int row = 0; row < 400; row++) {
            int[] found = all.of(row).rows();
            shared += (int) Arrays.stream(some.of(row).rows())
                    .filter(one -> Arrays.stream(found).anyMatch(other -> other == one))
                    .count();
        }
        assertThat(shared / 4_000.0).isGreaterThan(.9);
    }

    @Test
    void is_symmetric() {
        NeighborTable graph =
                index(Spaces.gaussian(6, 300, 12), Metric.MANHATTAN, 50).graph(50);
        Map<Long, Float> seen = new HashMap<>();
        int pairs = 0;
        for (int x = 0; x < 300; x++) {
            for (int i = 0; i < 50; i++) {
                int y = graph.of(x).rows()[i];
                float distance = graph.of(x).distances()[i];
                Float back = seen.put((long) x * 300 + y, distance) == null ? seen.get((long) y * 300 + x) : null;
                if (back != null) {
                    pairs++;
                    assertThat(distance).isEqualTo(back);
                }
            }
        }
        assertThat(pairs).isGreaterThan(1_000);
    }

    @Test
    void lies_between_0_and_1_and_ascends() {
        for (FloatMatrix space : new FloatMatrix[] {Spaces.gaussian(7, 500, 40), Spaces.duplicates(7, 500)}) {
            NeighborTable graph = index(space, Metric.EUCLIDEAN, 30).graph(30);
            for (int row = 0; row < 500; row++) {
                assertThat(graph.of(row).distances()).isSorted();
                assertThat(graph.of(row).distances()[0]).isBetween(0f, 1f);
                assertThat(graph.of(row).distances()[29]).isBetween(0f, 1f);
            }
        }
    }

    @Test
    void depends_on_the_order_of_distances_alone() {
        FloatMatrix space = Spaces.gaussian(8, 200, 10);
        NeighborTable ofRoots = index(space, Metric.EUCLIDEAN, 199).graph(10);
        NeighborTable ofSquares = index(space, Metric.SQUARED_EUCLIDEAN, 199).graph(10);
        assertThat(ofRoots.distances()).containsExactly(ofSquares.distances());
    }

    @Test
    void takes_the_hubs_out_of_a_space_of_many_columns() {
        FloatMatrix space = Spaces.gaussian(9, 1_500, 60);
        Hubness plain = Hubness.of(NeighborIndex.of(space, Metric.EUCLIDEAN).graph(10));
        Hubness reduced = Hubness.of(index(space, Metric.EUCLIDEAN, 100).graph(10));
        assertThat(plain.skewness()).isGreaterThan(3);
        assertThat(reduced.skewness()).isLessThan(plain.skewness() / 2);
        assertThat(reduced.antihubShare()).isLessThan(plain.antihubShare() / 2);
    }
}
