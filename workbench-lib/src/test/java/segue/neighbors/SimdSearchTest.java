package segue.neighbors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import segue.matrix.FloatMatrix;
import segue.neighbors.simd.SimdSupport;

/** The build runs this at 128 and at 256 bits too, by a flag of the JVM. */
class SimdSearchTest extends ExactSearchTest {
    /** More than are asked before rows are rounded for single queries, and enough for a batch. */
    private static final int MANY = 60;

    @Override
    Backend backend() {
        return Backend.SIMD;
    }

    @Test
    void vectors_are_as_wide_as_this_run_asks_for_or_the_machine_has() {
        int asked = Integer.getInteger("segue.test.vectorBits", 512);
        assertThat(SimdSupport.vectorBits()).isBetween(64, asked);
    }

    private static void assertManyQueriesLikeTheOracle(FloatMatrix data, Distance distance, Search search) {
        NeighborIndex index = NeighborIndex.of(data, distance, Backend.SIMD);
        NeighborIndex oracle = NeighborIndex.of(data, distance, Backend.SCALAR);
        int[] asked = IntStream.range(0, MANY)
                .map(i -> (int) ((long) i * i * 7919 % data.rows()))
                .toArray();
        for (int row : asked) {
            Neighbors found = index.searchRow(row, search);
            Neighbors expected = oracle.searchRow(row, search);
            assertThat(found.rows()).containsExactly(expected.rows());
            assertThat(found.distances()).containsExactly(expected.distances());
        }
        if (!search.excludeSelf()) {
            NeighborTable found = index.search(data.selectRows(asked), search);
            NeighborTable expected = oracle.search(data.selectRows(asked), search);
            assertThat(found.rows()).containsExactly(expected.rows());
            assertThat(found.distances()).containsExactly(expected.distances());
        }
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void many_queries_get_what_the_first_ones_get(Metric metric) {
        for (FloatMatrix data : List.of(
                Reference.clustered(3, 9_000, 13),
                Reference.random(4, 4_098, 70),
                Reference.coarse(5, 5_000, 4),
                Reference.descending(6_000))) {
            for (Search search : List.of(
                    Search.nearest(5),
                    Search.nearest(60).withoutSelf(),
                    Search.farthest(5),
                    Search.nearest(7).among(data.rows(), row -> row % 50 == 1))) {
                assertManyQueriesLikeTheOracle(data, new Distance(metric), search);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void columns_of_very_different_size_harm_no_answer(Metric metric) {
        FloatMatrix data = Reference.clustered(6, 5_000, 5);
        float[][] factors = {{1e-3f, 1, 1, 1e3f, 1}, {1e-20f, 1e-20f, 1e-20f, 1e-20f, 1e-20f}, {1e18f, 1, 1, 1, 1}};
        float[][] offsets = {{0, 120, -2_000, 0, 0}, {0, 0, 0, 0, 0}, {0, 0, 0, 1e12f, 0}};
        for (int variant = 0; variant < factors.length; variant++) {
            float[] values = data.values().clone();
            for (int i = 0; i < values.length; i++) {
                values[i] = values[i] * factors[variant][i % 5] + offsets[variant][i % 5];
            }
            FloatMatrix stretched = FloatMatrix.wrap(5_000, 5, values);
            assertManyQueriesLikeTheOracle(stretched, new Distance(metric), Search.nearest(10));
            assertManyQueriesLikeTheOracle(stretched, new Distance(metric), Search.farthest(10));
            assertManyQueriesLikeTheOracle(stretched, metric.weighted(1, 2, 0, 0.5f, 1), Search.nearest(10));
        }
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void rows_far_outside_harm_no_answer(Metric metric) {
        float[] values = Reference.clustered(7, 5_000, 6).values().clone();
        for (int i = 0; i < values.length; i += 5_001) {
            values[i] *= 1e6f;
        }
        FloatMatrix data = FloatMatrix.wrap(5_000, 6, values);
        assertManyQueriesLikeTheOracle(data, new Distance(metric), Search.nearest(10));
        float[] same = new float[5_000 * 3];
        Arrays.fill(same, 0.1f);
        assertManyQueriesLikeTheOracle(FloatMatrix.wrap(5_000, 3, same), new Distance(metric), Search.nearest(10));
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void of_rows_that_are_alike_the_first_are_found_however_a_filter_rounds(Metric metric) {
        int[] often = IntStream.range(0, 20_000).map(row -> row % 1_000).toArray();
        float[] values = Reference.random(8, 1_000, 13).values().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] += 3;
        }
        FloatMatrix data = FloatMatrix.wrap(1_000, 13, values).selectRows(often);
        assertManyQueriesLikeTheOracle(data, new Distance(metric), Search.nearest(7));
        assertManyQueriesLikeTheOracle(data, new Distance(metric), Search.nearest(30));
    }
}
