package segue.audio.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import segue.matrix.FloatMatrix;

class MelTest {
    @ParameterizedTest
    @EnumSource
    void scales_go_there_and_back(MelScale scale) {
        for (double hz = 0; hz < 12_000; hz += 37) {
            assertThat(scale.toHz(scale.ofHz(hz))).isCloseTo(hz, within(1e-8));
        }
    }

    @Test
    void known_pitches_have_their_mels() {
        assertThat(MelScale.SLANEY.ofHz(1_000)).isCloseTo(15, within(1e-12));
        assertThat(MelScale.SLANEY.ofHz(6_400)).isCloseTo(42, within(1e-12));
        assertThat(MelScale.HTK.ofHz(1_000)).isCloseTo(1_000, within(0.02));
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 256, 2_048, 8_192})
    void weights_are_the_triangles_of_the_definition(int fftSize) {
        MelOptions options = new MelOptions(40, 100, 8_000, MelScale.HTK, false);
        FloatMatrix weights = MelFilterBank.of(22_050, fftSize, options).weights();
        double low = MelScale.HTK.ofHz(100);
        double step = (MelScale.HTK.ofHz(8_000) - low) / 41;
        for (int band = 0; band < 40; band++) {
            double left = MelScale.HTK.toHz(low + step * band);
            double peak = MelScale.HTK.toHz(low + step * (band + 1));
            double right = MelScale.HTK.toHz(low + step * (band + 2));
            for (int bin = 0; bin <= fftSize / 2; bin++) {
                double hz = bin * 22_050.0 / fftSize;
                double expected = Math.max(0, Math.min((hz - left) / (peak - left), (right - hz) / (right - peak)));
                assertThat((double) weights.get(band, bin)).isCloseTo(expected, within(1e-6));
            }
        }
    }

    @Test
    void bands_are_sums_of_weighted_powers() {
        Spectrogram spectrogram = Stft.power(Sounds.noise(3_000), StftOptions.defaults());
        MelFilterBank bank = MelFilterBank.of(22_050, 2_048, MelOptions.defaults());
        FloatMatrix weights = bank.weights();
        FloatMatrix mel = bank.apply(spectrogram);
        assertThat(mel.rows()).isEqualTo(spectrogram.frames());
        for (int band = 0; band < 128; band++) {
            double expected = 0;
            for (int bin = 0; bin < 1_025; bin++) {
                expected +=
                        (double) weights.get(band, bin) * spectrogram.power().get(2, bin);
            }
            assertThat((double) mel.get(2, band)).isCloseTo(expected, within(1e-6 * expected + 1e-12));
        }
    }

    @Test
    void a_bank_for_another_rate_is_refused() {
        MelFilterBank bank = MelFilterBank.of(44_100, 2_048, MelOptions.defaults());
        assertThatThrownBy(() -> bank.apply(Stft.power(Sounds.noise(100), StftOptions.defaults())))
                .hasMessage("the bank is for 1025 bins at 44100 Hz but the spectrogram has 1025 at 22050 Hz");
        assertThatThrownBy(() -> MelOptions.defaults().withBands(0))
                .hasMessage("mel bands must be in [1, 1024] but was 0");
        assertThatThrownBy(() -> MelOptions.defaults().withRangeHz(500, 400))
                .hasMessageContaining("begin at 500.0 and end at 400.0 Hz");
        assertThatThrownBy(() -> MelFilterBank.of(
                        8_000, 512, MelOptions.defaults().withRangeHz(4_000, Double.POSITIVE_INFINITY)))
                .hasMessageContaining("need a sample rate above 8000.0 Hz but it is 8000");
    }
}
