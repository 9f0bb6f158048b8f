package segue.audio.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What all arithmetic must do, compared with sums as they are written down, on lengths that do not fill vectors. */
abstract class SpectrumMathTest {
    abstract SpectrumMath math();

    static float[] powers(int length) {
        Random random = new Random(length);
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) Math.exp(random.nextGaussian() * 6 - 4);
        }
        return values;
    }

    private static float[] waves(int length) {
        Random random = new Random(length);
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = i % 7 == 3 ? 0 : i % 11 == 5 ? -1e-11f : (float) random.nextGaussian();
        }
        return values;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 13, 64, 207, 2_048})
    void squares_add_up(int length) {
        float[] values = waves(length + 3);
        double expected = 0;
        for (int i = 2; i < length; i++) {
            expected += (double) values[i] * values[i];
        }
        assertThat(math().sumOfSquares(values, 2, length)).isCloseTo(expected, within(1e-6 * expected + 1e-30));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 13, 64, 207, 2_048})
    void signs_change_where_one_sample_is_negative_and_its_neighbour_is_not(int length) {
        float[] values = waves(length + 3);
        int expected = 0;
        for (int i = 3; i < length; i++) {
            expected += values[i] < -1e-10 != values[i - 1] < -1e-10 ? 1 : 0;
        }
        assertThat(math().signChanges(values, 2, length)).isEqualTo(expected);
    }

    @Test
    void nothing_is_summed_over_an_empty_range() {
        assertThat(math().signChanges(new float[4], 2, 2)).isZero();
        assertThat(math().sumOfSquares(new float[4], 3, 1)).isZero();
    }

    @Test
    void zeros_of_either_sign_and_what_is_almost_zero_count_as_positive() {
        float[] values = new float[40];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 3 == 0 ? -0f : i % 3 == 1 ? -1e-11f : 1;
        }
        assertThat(math().signChanges(values, 0, values.length)).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 13, 64, 207})
    void levels_are_ten_logarithms_within_rounding(int length) {
        float[] power = powers(length + 5);
        power[3] = 0;
        power[length / 2 + 3] = 1;
        float[] levels = new float[length + 9];
        math().decibels(power, 3, length, levels, 7);
        for (int i = 0; i < length; i++) {
            double expected = 10 * Math.log10(Math.max(1e-10f, power[3 + i]));
            assertThat((double) levels[7 + i]).isCloseTo(expected, within(1e-7 * Math.abs(expected) + 1e-7));
        }
        assertThat(levels[6]).isZero();
    }

    @Test
    void levels_are_as_exact_over_the_whole_range_of_powers() {
        float[] power = new float[100_003];
        for (int i = 0; i < power.length; i++) {
            power[i] = (float) Math.pow(10, -10.5 + i * 19.0 / power.length);
        }
        float[] levels = new float[power.length];
        math().decibels(power, 0, power.length, levels, 0);
        for (int i = 0; i < power.length; i++) {
            double expected = 10 * Math.log10(Math.max(1e-10f, power[i]));
            assertThat(Math.abs(levels[i] - expected)).isLessThan(1e-7 * Math.abs(expected) + 2e-7);
        }
    }

    @Test
    void rows_of_weights_of_any_length_are_summed() {
        float[] values = powers(300);
        int[] starts = {0, 7, 100, 290, 5};
        int[] offsets = {0, 1, 17, 80, 87, 87};
        float[] weights = powers(87);
        float[] sums = new float[7];
        math().weightedSums(values, 3, weights, starts, offsets, sums, 1);
        for (int row = 0; row < 5; row++) {
            double expected = 0;
            for (int i = offsets[row]; i < offsets[row + 1]; i++) {
                expected += (double) weights[i] * values[3 + starts[row] + i - offsets[row]];
            }
            assertThat((double) sums[1 + row]).isCloseTo(expected, within(1e-6 * expected + 1e-30));
        }
        assertThat(sums[0]).isZero();
        assertThat(sums[6]).isZero();
    }
}
