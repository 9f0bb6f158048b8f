package segue.neighbors.simd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import segue.matrix.FloatMatrix;
import segue.neighbors.Accumulation;
import segue.neighbors.QueryBlock;
import segue.neighbors.TopK;

/** Which questions rounded rows answer; that the answers are right is a matter of {@code SimdSearchTest}. */
class QuantizedSearchTest {
    private static final int ROWS = 20_000;

    @BeforeEach
    void vectors_must_be_there() {
        Assumptions.assumeTrue(
                SimdSupport.unavailableReason().isEmpty(),
                () -> SimdSupport.unavailableReason().orElseThrow());
    }

    /** How many of 100 rows' questions are answered. */
    private static int answered(FloatMatrix data, Accumulation accumulation, int k) {
        QuantizedSearch search = QuantizedSearch.of(data, accumulation).orElseThrow();
        int answered = 0;
        for (int row = 0; row < 100; row++) {
            QueryBlock block = new QueryBlock(data.row(row), new int[] {-1}, false, accumulation.sign(false), null);
            answered += search.nearest(block, 0, new TopK(k)) ? 1 : 0;
        }
        return answered;
    }

    private static FloatMatrix unitVectors(int columns) {
        Random random = new Random(columns);
        float[] values = new float[ROWS * columns];
        for (int row = 0; row < ROWS; row++) {
            double squared = 0;
            for (int i = row * columns; i < (row + 1) * columns; i++) {
                values[i] = (float) random.nextGaussian();
                squared += values[i] * values[i];
            }
            for (int i = row * columns; i < (row + 1) * columns; i++) {
                values[i] /= (float) Math.sqrt(squared);
            }
        }
        return FloatMatrix.wrap(ROWS, columns, values);
    }

    @ParameterizedTest
    @EnumSource
    void vectors_of_features_are_told_apart_by_a_byte_a_value(Accumulation accumulation) {
        assertThat(answered(unitVectors(13), accumulation, 10)).isEqualTo(100);
    }

    @Test
    void rows_that_are_all_alike_are_left_to_a_scan() {
        float[] values = new float[ROWS * 3];
        Arrays.fill(values, 7);
        assertThat(answered(FloatMatrix.wrap(ROWS, 3, values), Accumulation.SQUARES, 10))
                .isZero();
    }

    @Test
    void a_search_that_answers_few_questions_says_so() {
        QuantizedSearch far =
                QuantizedSearch.of(unitVectors(600), Accumulation.SQUARES).orElseThrow();
        QuantizedSearch near =
                QuantizedSearch.of(unitVectors(13), Accumulation.SQUARES).orElseThrow();
        for (int i = 0; i < 16; i++) {
            assertThat(far.pays()).isTrue();
            far.nearest(new QueryBlock(new float[600], new int[] {-1}, false, 1, null), 0, new TopK(5));
            near.nearest(
                    new QueryBlock(new float[] {1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}, new int[] {-1}, false, 1, null),
                    0,
                    new TopK(5));
        }
        assertThat(far.pays()).isFalse();
        assertThat(near.pays()).isTrue();
    }

    @Test
    void a_large_share_of_the_rows_is_left_to_a_scan() {
        assertThat(answered(unitVectors(13), Accumulation.SQUARES, ROWS / 20)).isZero();
    }

    @Test
    void values_too_far_from_zero_for_their_spread_are_not_rounded() {
        float[] values = new float[ROWS];
        for (int row = 0; row < ROWS; row++) {
            values[row] = row % 1_000 == 0 ? Math.nextUp(3e30f) : 3e30f;
        }
        assertThat(QuantizedSearch.of(FloatMatrix.wrap(ROWS, 1, values), Accumulation.SQUARES))
                .isEmpty();
    }
}
