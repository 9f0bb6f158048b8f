package segue.neighbors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import segue.matrix.FloatMatrix;
import segue.neighbors.simd.SimdSupport;

class BackendTest {
    private final FloatMatrix data = FloatMatrix.of(new float[] {1, 2});

    @Test
    void a_back_end_that_is_missing_says_why() {
        assumeTrue(Backend.GPU.unavailableReason().isPresent(), "there is a card here");
        assertThatThrownBy(() -> NeighborIndex.of(data, Metric.EUCLIDEAN, Backend.GPU))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage(Backend.GPU.unavailableReason().orElseThrow());
    }

    @Test
    void auto_stands_for_simd_where_the_vector_api_is_on() {
        Backend expected = SimdSupport.unavailableReason().isEmpty() ? Backend.SIMD : Backend.SCALAR;
        assertThat(NeighborIndex.of(data, Metric.EUCLIDEAN).backend()).isEqualTo(expected);
        assertThat(SimdSupport.vectorBits()).isIn(0, 64, 128, 256, 512);
    }

    @Test
    void names_are_read_in_any_case_and_a_wrong_one_lists_those_there_are() {
        assertThat(Metric.parse(" Cosine ")).isEqualTo(Metric.COSINE);
        assertThat(Backend.parse("SIMD")).isEqualTo(Backend.SIMD);
        assertThatThrownBy(() -> Metric.parse("euclid"))
                .hasMessage(
                        "metric must be one of euclidean, manhattan, cosine, sqeuclidean, chebyshev, dot but was euclid");
        assertThatThrownBy(() -> Backend.parse("tpu"))
                .hasMessage("backend must be one of auto, scalar, simd, tree, gpu, hnsw but was tpu");
    }
}
