package segue.audio.spectrum;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every transform must do; the expected values are sums over all samples, as the definition says. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RealFftTest {
    abstract RealFft fft(int size, Window window);

    abstract int leastSize();

    /** What rounding may add to a bin, as a share of the length of the spectrum. */
    abstract double rounding();

    int[] sizes() {
        return IntStream.iterate(leastSize(), size -> size <= 4_096, size -> 2 * size)
                .toArray();
    }

    static double[] definition(float[] samples, int at, double[] window, int bin) {
        int size = window.length;
        double re = 0;
        double im = 0;
        for (int i = 0; i < size; i++) {
            double angle = -2 * Math.PI * ((long) bin * i % size) / size;
            re += samples[at + i] * window[i] * Math.cos(angle);
            im += samples[at + i] * window[i] * Math.sin(angle);
        }
        return new double[] {re, im};
    }

    private static float[] noise(int length) {
        Random random = new Random(length);
        float[] samples = new float[length];
        for (int i = 0; i < length; i++) {
            samples[i] = random.nextFloat() * 2 - 1;
        }
        return samples;
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void noise_is_transformed_as_the_definition_says(int size) {
        int at = 3;
        float[] samples = noise(size + 7);
        double[] window = Window.HANN.weights(size);
        float[] re = new float[size / 2 + 6];
        float[] im = new float[size / 2 + 6];
        float[] power = new float[size / 2 + 6];
        RealFft fft = fft(size, Window.HANN);
        fft.spectrum(samples, at, re, im, 5);
        fft.power(samples, at, power, 5);
        Offset<Double> rounding = Offset.offset(rounding() * Math.sqrt(size) * Math.sqrt(Math.log(size)));
        for (int bin = 0; bin <= size / 2; bin += size > 512 ? 7 : 1) {
            double[] expected = definition(samples, at, window, bin);
            assertThat((double) re[5 + bin]).as("real part of bin %d", bin).isCloseTo(expected[0], rounding);
            assertThat((double) im[5 + bin]).as("imaginary part of bin %d", bin).isCloseTo(expected[1], rounding);
            assertThat(Math.sqrt(power[5 + bin]))
                    .as("power of bin %d", bin)
                    .isCloseTo(Math.hypot(expected[0], expected[1]), rounding);
        }
        assertThat(power).startsWith(0, 0, 0, 0, 0);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void an_impulse_is_in_every_bin_alike(int size) {
        float[] samples = new float[size];
        samples[size / 4 + 1] = 2;
        float[] power = new float[size / 2 + 1];
        fft(size, Window.RECTANGULAR).power(samples, 0, power, 0);
        for (float value : power) {
            assertThat(value).isCloseTo(4, Offset.offset(1e-5f));
        }
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void a_cosine_at_the_middle_of_a_bin_is_in_that_bin_alone(int size) {
        int bin = size / 4 - 1;
        float[] samples = new float[size];
        for (int i = 0; i < size; i++) {
            samples[i] = (float) Math.cos(2 * Math.PI * ((long) bin * i % size) / size);
        }
        float[] power = new float[size / 2 + 1];
        fft(size, Window.RECTANGULAR).power(samples, 0, power, 0);
        for (int k = 0; k <= size / 2; k++) {
            double expected = k == bin && bin > 0 ? size / 2.0 : k == bin ? size : 0;
            assertThat(Math.sqrt(power[k])).isCloseTo(expected, Offset.offset(1e-6 * size));
        }
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void what_stays_constant_is_in_bin_zero_and_silence_nowhere(int size) {
        float[] samples = new float[size];
        float[] power = new float[size / 2 + 1];
        RealFft fft = fft(size, Window.RECTANGULAR);
        fft.power(samples, 0, power, 0);
        assertThat(power).containsOnly(0);
        Arrays.fill(samples, .5f);
        fft.power(samples, 0, power, 0);
        assertThat(power[0]).isEqualTo(size * size / 4f);
        assertThat(power[1]).isCloseTo(0, Offset.offset(1e-6f * size));
        assertThat(power[size / 2]).isCloseTo(0, Offset.offset(1e-6f * size));
    }
}
