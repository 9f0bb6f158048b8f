package segue.audio.simd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import jdk.incubator.vector.FloatVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The build runs this at 128 and at 256 bits too, by a flag of the JVM. */
class SpectrumScanTest {
    private final SpectrumScan scalar = new ScalarSpectrumScan();
    private final SpectrumScan simd = new SimdSpectrumScan();

    @Test
    void vectors_are_as_wide_as_this_run_asks_for_or_the_machine_has() {
        int asked = Integer.getInteger("segue.test.vectorBits", 512);
        assertThat(FloatVector.SPECIES_PREFERRED.vectorBitSize()).isBetween(64, asked);
    }

    @Test
    void vectors_are_taken_where_this_jvm_has_them() {
        assertThat(SpectrumScan.fastest()).isInstanceOf(SimdSpectrumScan.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 15, 16, 17, 33, 513, 1_025})
    void products_are_those_of_the_scalar_code(int bins) {
        for (int frames : new int[] {0, 1, 2, 5}) {
            for (int count : new int[] {1, 6, 7, 12}) {
                float[] power = random(frames * bins, 1);
                float[] filters = random(count * bins, 2);
                float[] expected = new float[frames * count];
                float[] found = new float[frames * count];
                scalar.products(power, frames, bins, filters, count, expected);
                simd.products(power, frames, bins, filters, count, found);
                for (int i = 0; i < expected.length; i++) {
                    assertThat((double) found[i]).isCloseTo(expected[i], within(1e-6 * bins));
                    assertThat((double) found[i])
                            .isCloseTo(exact(power, i / count, filters, i % count, bins), within(1e-6 * bins));
                }
            }
        }
    }

    private static double exact(float[] power, int frame, float[] filters, int filter, int bins) {
        double sum = 0;
        for (int b = 0; b < bins; b++) {
            sum += (double) power[frame * bins + b] * filters[filter * bins + b];
        }
        return sum;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 16, 31, 32, 64, 65, 257})
    void the_largest_value_is_found_wherever_it_stands(int length) {
        for (int at = 0; at < length; at++) {
            float[] values = random(length + 4, 3);
            values[2 + at] = 5;
            assertThat(simd.largest(values, 2, 2 + length))
                    .isEqualTo(5)
                    .isEqualTo(scalar.largest(values, 2, 2 + length));
        }
        assertThat(simd.largest(new float[length], 0, length)).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 16, 31, 33, 358})
    void values_above_a_threshold_are_found_in_order(int length) {
        float[] values = random(length + 5, 4);
        for (float threshold : new float[] {-1, 0, 0.5f, 0.9f, 2}) {
            int[] expected = new int[length];
            int[] found = new int[length];
            int count = scalar.above(values, 3, 3 + length, threshold, expected);
            assertThat(simd.above(values, 3, 3 + length, threshold, found)).isEqualTo(count);
            assertThat(found).containsExactly(expected);
        }
    }

    @Test
    void a_value_equal_to_the_threshold_is_not_above_it() {
        float[] values = new float[40];
        Arrays.fill(values, 0.25f);
        assertThat(simd.above(values, 0, 40, 0.25f, new int[40])).isZero();
    }

    private static float[] random(int length, long seed) {
        Random random = new Random(seed);
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = random.nextFloat();
        }
        return values;
    }
}
