package segue.audio.music;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeanTempogramTest {
    /** Frame by frame, as the definition says. */
    private static double[] plainly(float[] onsets, int window) {
        int half = window / 2;
        double[] padded = new double[onsets.length + 2 * half];
        for (int i = 0; i < padded.length; i++) {
            int at = i - half;
            if (at < 0) {
                padded[i] = onsets[0] * (double) i / half;
            } else if (at < onsets.length) {
                padded[i] = onsets[at];
            } else {
                padded[i] = onsets[onsets.length - 1] * (double) (padded.length - 1 - i) / half;
            }
        }
        double[] means = new double[window];
        for (int t = 0; t < onsets.length; t++) {
            double[] sums = new double[window];
            for (int lag = 0; lag < window; lag++) {
                for (int k = 0; k + lag < window; k++) {
                    sums[lag] += hann(k, window) * padded[t + k] * hann(k + lag, window) * padded[t + k + lag];
                }
            }
            for (int lag = 0; lag < window && sums[0] > 0; lag++) {
                means[lag] += sums[lag] / sums[0] / onsets.length;
            }
        }
        return means;
    }

    private static double hann(int k, int window) {
        return 0.5 - 0.5 * Math.cos(2 * Math.PI * k / window);
    }

    private static float[] random(int length) {
        Random random = new Random(length);
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = random.nextFloat() < 0.3 ? 20 * random.nextFloat() : 0;
        }
        return values;
    }

    private static void assertLikePlainly(float[] onsets, int window) {
        double[] found = MeanTempogram.of(onsets, window);
        double[] expected = plainly(onsets, window);
        for (int lag = 0; lag < window; lag++) {
            assertThat(found[lag]).as("lag %d", lag).isCloseTo(expected[lag], within(1e-8));
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 8", "2, 9", "7, 8", "8, 8", "40, 9", "100, 64", "300, 65", "50, 100"})
    void it_is_the_mean_of_the_autocorrelations_of_all_windows(int length, int window) {
        assertLikePlainly(random(length), window);
    }

    @Test
    void long_recordings_are_worked_off_in_blocks() {
        assertLikePlainly(random(20_000), 12);
    }

    @Test
    void faint_passages_beside_loud_ones_count_as_much() {
        float[] onsets = random(300);
        for (int i = 100; i < 220; i++) {
            onsets[i] *= 1e-6f;
        }
        assertLikePlainly(onsets, 40);
    }

    @Test
    void silence_is_like_nothing() {
        assertThat(MeanTempogram.of(new float[50], 16)).containsOnly(0.0);
        assertThat(MeanTempogram.of(random(0), 16)).hasSize(16);
    }
}
