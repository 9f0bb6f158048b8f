package segue.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CorrelationTest {
    @Test
    void known_columns_correlate_as_worked_out_by_hand() {
        // x = 1..4; 2x + 1 moves with it, -x against it; (1, -1, -1, 1) has covariance 0 with it.
        FloatMatrix matrix = FloatMatrix.of(
                new float[] {1, 3, -1, 1, 5}, new float[] {2, 5, -2, -1, 5},
                new float[] {3, 7, -3, -1, 5}, new float[] {4, 9, -4, 1, 5});
        FloatMatrix correlation = Correlation.pearson(matrix);
        assertThat(correlation.get(0, 1)).isEqualTo(1, within(1e-6f));
        assertThat(correlation.get(0, 2)).isEqualTo(-1, within(1e-6f));
        assertThat(correlation.get(0, 3)).isEqualTo(0, within(1e-6f));
        assertThat(correlation.get(0, 4)).isZero();
        assertThat(correlation.get(4, 4)).isEqualTo(1);
    }

    @Test
    void is_symmetric_and_between_minus_1_and_1() {
        Random random = new Random(5);
        float[] values = new float[300 * 6];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian() + (i % 6 == 3 ? values[i - 1] : 0);
        }
        FloatMatrix correlation = Correlation.pearson(FloatMatrix.wrap(300, 6, values));
        for (int a = 0; a < 6; a++) {
            for (int b = 0; b < 6; b++) {
                assertThat(correlation.get(a, b))
                        .isEqualTo(correlation.get(b, a))
                        .isBetween(-1f, 1f);
            }
        }
        assertThat(correlation.get(2, 3)).isGreaterThan(0.5f);
    }
}
