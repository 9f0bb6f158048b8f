package segue.audio.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import segue.audio.signal.Signal;
import segue.matrix.FloatMatrix;

class SpectralShapeTest {
    private static Spectrogram spectrogram(Signal signal) {
        return Stft.power(signal, StftOptions.defaults());
    }

    @Test
    void a_sine_lies_at_its_frequency_and_is_narrow_and_not_flat() {
        Spectrogram sine = spectrogram(Sounds.sineAtBin(200, 10_000, 0.5));
        double hz = 200 * 22_050 / 2_048.0;
        assertThat((double) SpectralShape.centroid(sine)[8]).isCloseTo(hz, within(0.5));
        // Magnitudes 1/4, 1/2 and 1/4 have half a bin squared; rounding adds its own noise over all frequencies.
        assertThat((double) SpectralShape.bandwidth(sine)[8]).isCloseTo(Math.sqrt(0.5) * 22_050 / 2_048, within(3.0));
        assertThat((double) SpectralShape.rolloff(sine)[8]).isCloseTo(hz + 22_050 / 2_048.0, within(0.1));
        assertThat(SpectralShape.flatness(sine)[8]).isLessThan(1e-6f);
    }

    @Test
    void white_noise_is_spread_over_all_frequencies() {
        Spectrogram noise = spectrogram(Sounds.noise(50_000));
        assertThat(average(SpectralShape.centroid(noise))).isCloseTo(5_512, within(100.0));
        assertThat(average(SpectralShape.bandwidth(noise))).isCloseTo(11_025 / Math.sqrt(12), within(60.0));
        assertThat(average(SpectralShape.rolloff(noise))).isCloseTo(0.85 * 11_025, within(100.0));
        // Powers of noise have an exponential distribution: exp(-gamma).
        assertThat(average(SpectralShape.flatness(noise))).isCloseTo(Math.exp(-0.5772), within(0.03));
    }

    private static double average(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    @Test
    void silence_has_no_frequency_and_is_flat() {
        Spectrogram silence = spectrogram(Sounds.silence(1_000));
        assertThat(SpectralShape.centroid(silence)).containsOnly(0);
        assertThat(SpectralShape.bandwidth(silence)).containsOnly(0);
        assertThat(SpectralShape.rolloff(silence)).containsOnly(0);
        assertThat(SpectralShape.flatness(silence)).containsOnly(1);
        assertThat(SpectralContrast.of(silence).values()).containsOnly(0);
    }

    @Test
    void an_impulse_is_as_strong_at_every_frequency() {
        Spectrogram impulse = spectrogram(Sounds.impulse(5_000, 2_048));
        assertThat(SpectralShape.flatness(impulse)[4]).isCloseTo(1, within(1e-5f));
        assertThat(SpectralShape.centroid(impulse)[4]).isCloseTo(5_512.5f, within(0.1f));
        for (float contrast : SpectralContrast.of(impulse).row(4)) {
            assertThat(contrast).isCloseTo(0, within(1e-4f));
        }
    }

    @Test
    void a_sine_stands_out_in_its_band() {
        FloatMatrix contrast = SpectralContrast.of(spectrogram(Sounds.sineAtBin(100, 20_000, 0.5)));
        assertThat(contrast.columns()).isEqualTo(7);
        float[] frame = contrast.row(20);
        assertThat(frame[3]).isEqualTo(Math.max(frame[3], frame[0])).isGreaterThan(40);
        assertThat(frame[3]).isGreaterThan(frame[6]).isGreaterThan(frame[0]);
    }

    /** Sorting, as librosa's source words it. */
    @Test
    void contrast_is_that_of_sorted_bands() {
        Spectrogram noise = spectrogram(Sounds.noise(20_000));
        FloatMatrix contrast = SpectralContrast.of(noise);
        int[][] bands = {
            {0, 18, 1}, {18, 37, 1}, {37, 74, 1}, {74, 148, 2}, {148, 297, 3}, {297, 594, 6}, {594, 1_025, 9}
        };
        for (int band = 0; band < 7; band++) {
            float[] sorted = Arrays.copyOfRange(noise.power().row(7), bands[band][0], bands[band][1]);
            Arrays.sort(sorted);
            double peak = 0;
            double valley = 0;
            int k = bands[band][2];
            for (int i = 0; i < k; i++) {
                peak += Math.sqrt(sorted[sorted.length - 1 - i]) / k;
                valley += Math.sqrt(sorted[i]) / k;
            }
            assertThat((double) contrast.get(7, band)).isCloseTo(10 * Math.log10(peak / valley), within(1e-4));
        }
    }

    @Test
    void contrast_needs_seven_bands_below_half_the_rate() {
        assertThatThrownBy(
                        () -> SpectralContrast.of(Stft.power(Signal.of(new float[10], 8_000), StftOptions.defaults())))
                .hasMessageContaining("needs a sample rate above 12,800 Hz")
                .hasMessageContaining("the rate is 8000");
    }
}
