package segue.audio.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import segue.matrix.FloatMatrix;

class MfccTest {
    @Test
    void silence_has_the_least_level_and_no_shape() {
        FloatMatrix mfcc = Mfcc.of(Sounds.silence(3_000));
        assertThat(mfcc.rows()).isEqualTo(6);
        for (int frame = 0; frame < 6; frame++) {
            assertThat(mfcc.get(frame, 0)).isCloseTo((float) (-100 * Math.sqrt(128)), within(1e-3f));
            for (int k = 1; k < 20; k++) {
                assertThat(mfcc.get(frame, k)).isZero();
            }
        }
    }

    @Test
    void coefficients_are_the_cosine_transform_of_levels() {
        FloatMatrix mel = MelFilterBank.of(22_050, 2_048, MelOptions.defaults())
                .apply(Stft.power(Sounds.noise(5_000), StftOptions.defaults()));
        FloatMatrix levels = Decibels.ofPower(mel);
        FloatMatrix mfcc = Mfcc.ofMel(mel, 40);
        for (int k = 0; k < 40; k++) {
            double expected = 0;
            for (int band = 0; band < 128; band++) {
                expected += levels.get(4, band) * Math.cos(Math.PI * k * (2 * band + 1) / 256);
            }
            expected *= Math.sqrt((k == 0 ? 1 : 2) / 128.0);
            assertThat((double) mfcc.get(4, k)).isCloseTo(expected, within(1e-4));
        }
        float[] fast = Mfcc.of(Sounds.noise(5_000)).row(4);
        for (int k = 0; k < 20; k++) {
            assertThat(fast[k]).isCloseTo(mfcc.get(4, k), within(1e-4f));
        }
    }

    @Test
    void what_is_80_dB_below_the_loudest_moment_of_the_clip_is_lifted() {
        FloatMatrix mel = FloatMatrix.of(new float[] {1e2f, 1e-4f}, new float[] {1e-8f, 1e-9f});
        FloatMatrix levels = Decibels.ofPower(mel);
        assertThat(levels.row(0)).containsExactly(20, -40);
        assertThat(levels.row(1)).containsExactly(-60, -60);
        assertThat(Decibels.ofPowerBelowMaximum(mel).row(1)).containsExactly(-80, -80);
        assertThat(Decibels.ofPower(mel, 1, Double.POSITIVE_INFINITY).row(1)).containsExactly(-80, -90);
        assertThat(Decibels.ofAmplitude(FloatMatrix.of(new float[] {10, 0})).row(0))
                .containsExactly(20, -60);
    }

    @Test
    void a_lifter_raises_the_middle_coefficients() {
        FloatMatrix lifted = Mfcc.lifted(FloatMatrix.of(new float[] {1, 1, 1, 1}), 4);
        assertThat(lifted.get(0, 0)).isCloseTo((float) (1 + 2 * Math.sin(Math.PI / 4)), within(1e-6f));
        assertThat(lifted.get(0, 1)).isCloseTo(3, within(1e-6f));
        assertThat(lifted.get(0, 3)).isCloseTo(1, within(1e-6f));
        assertThatThrownBy(() -> Mfcc.lifted(lifted, 0)).hasMessage("lifter must be above 0 but was 0.0");
    }

    @Test
    void more_coefficients_than_bands_are_refused() {
        assertThatThrownBy(() -> new Mfcc(41, 40)).hasMessage("MFCC of 40 mel bands must number in [1, 40] but was 41");
    }

    @Test
    void deltas_of_a_parabola_are_its_derivatives_and_stay_level_at_both_ends() {
        float[][] rows = new float[15][2];
        for (int i = 0; i < 15; i++) {
            rows[i] = new float[] {3 * i, 2 * i * i};
        }
        FloatMatrix features = FloatMatrix.of(rows);
        FloatMatrix first = Delta.first(features);
        FloatMatrix second = Delta.second(features);
        for (int i = 0; i < 15; i++) {
            assertThat(first.get(i, 0)).isCloseTo(3, within(1e-5f));
            assertThat(first.get(i, 1)).isCloseTo(4 * Math.clamp(i, 4, 10), within(1e-4f));
            assertThat(second.get(i, 0)).isCloseTo(0, within(1e-5f));
            assertThat(second.get(i, 1)).isCloseTo(4, within(1e-4f));
        }
    }
}
