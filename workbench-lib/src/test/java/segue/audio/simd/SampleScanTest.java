package segue.audio.simd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The build runs this at 128 and at 256 bits too, by a flag of the JVM. */
class SampleScanTest {
    private final SampleScan scalar = new ScalarSampleScan();
    private final SampleScan simd = new SimdSampleScan();

    private static float[] noise(int length) {
        Random random = new Random(length);
        float[] samples = new float[length];
        for (int i = 0; i < length; i++) {
            samples[i] = (float) random.nextGaussian();
        }
        return samples;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 15, 64, 65, 512, 1_023, 1_024, 1_089, 2_205, 70_001})
    void the_energy_is_that_of_the_scalar_code(int length) {
        float[] samples = noise(length + 5);
        double expected = 0;
        for (int i = 3; i < 3 + length; i++) {
            expected += (double) samples[i] * samples[i];
        }
        assertThat(scalar.energy(samples, 3, 3 + length)).isCloseTo(expected, within(1e-12 * expected));
        assertThat(simd.energy(samples, 3, 3 + length)).isCloseTo(expected, within(1e-5 * expected));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 15, 32, 33, 64, 129})
    void the_peak_is_found_wherever_it_stands_and_whatever_its_sign(int length) {
        for (int at = 0; at < length; at++) {
            float[] samples = noise(length + 4);
            samples[2 + at] = at % 2 == 0 ? -9 : 9;
            assertThat(simd.peak(samples, 2, 2 + length)).isEqualTo(9).isEqualTo(scalar.peak(samples, 2, 2 + length));
        }
        assertThat(simd.peak(new float[length], 0, length)).isZero();
    }
}
