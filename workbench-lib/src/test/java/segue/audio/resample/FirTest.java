package segue.audio.resample;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import segue.audio.Sounds;

/** What every implementation of {@link Fir} has to do. */
abstract class FirTest {
    abstract Fir fir();

    @ParameterizedTest
    @ValueSource(ints = {16, 32, 208, 368})
    void a_sum_is_that_of_all_products(int count) {
        float[] samples = Sounds.noise(500, 1, 1).samples();
        float[] taps = Sounds.noise(900, 1, 2).samples();

        assertThat((double) fir().sum(samples, 7, taps, 33, count))
                .isCloseTo(exact(samples, 7, taps, 33, count), close());
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 32, 208, 368})
    void four_sums_share_their_taps(int count) {
        float[] samples = Sounds.noise(900, 1, 3).samples();
        float[] taps = Sounds.noise(900, 1, 4).samples();
        float[] into = new float[20];

        fir().sums(samples, 5, 11, taps, 16, count, into, 2, 3);

        for (int i = 0; i < Fir.TOGETHER; i++) {
            assertThat((double) into[2 + 3 * i]).isCloseTo(exact(samples, 5 + 11 * i, taps, 16, count), close());
            into[2 + 3 * i] = 0;
        }
        assertThat(into).containsOnly(0);
    }

    private static Offset<Double> close() {
        return Offset.offset(2e-6);
    }

    private static double exact(float[] samples, int at, float[] taps, int row, int count) {
        double sum = 0;
        for (int k = 0; k < count; k++) {
            sum += (double) samples[at + k] * taps[row + k];
        }
        return sum;
    }
}
