package segue.audio.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import segue.audio.signal.Signal;

class StftTest {
    private static final StftOptions DEFAULTS = StftOptions.defaults();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 511, 512, 513, 2_047, 2_048, 5_000})
    void there_is_a_frame_at_the_beginning_and_one_more_for_each_hop(int samples) {
        Spectrogram spectrogram = Stft.power(Sounds.noise(samples), DEFAULTS);
        assertThat(spectrogram.frames()).isEqualTo(1 + samples / 512);
        assertThat(spectrogram.bins()).isEqualTo(1_025);
    }

    @Test
    void a_tone_120_decibels_below_another_is_told_exactly_on_vectors_of_any_width() {
        float[] samples = new float[2_048];
        for (int i = 0; i < samples.length; i++) {
            double turns = 2 * Math.PI * i / samples.length;
            samples[i] = (float) (0.9 * Math.sin(100 * turns) + 0.9e-6 * Math.sin(700 * turns));
        }
        float[] power = new float[1_025];
        new Stft(DEFAULTS.withCentred(false)).power(samples, 0, samples.length, 0, 1, power);
        double[] quiet = RealFftTest.definition(samples, 0, Window.HANN.weights(2_048), 700);
        double expected = quiet[0] * quiet[0] + quiet[1] * quiet[1];
        assertThat(power[700] / expected).isCloseTo(1, within(1e-6));
    }

    @Test
    void every_frame_is_the_transform_of_the_windowed_samples_around_its_centre() {
        Signal signal = Sounds.noise(5_003);
        Spectrogram spectrogram = Stft.power(signal, DEFAULTS);
        double[] window = Window.HANN.weights(2_048);
        for (int frame = 0; frame < spectrogram.frames(); frame++) {
            float[] around = new float[2_048];
            for (int i = 0; i < 2_048; i++) {
                int at = frame * 512 - 1_024 + i;
                around[i] = at < 0 || at >= 5_003 ? 0 : signal.samples()[at];
            }
            for (int bin = 0; bin <= 1_024; bin += 97) {
                double[] expected = RealFftTest.definition(around, 0, window, bin);
                assertThat(Math.sqrt(spectrogram.power().get(frame, bin)))
                        .isCloseTo(Math.hypot(expected[0], expected[1]), within(1e-5));
            }
        }
    }

    @Test
    void a_sine_in_the_middle_of_a_bin_fills_it_and_half_its_neighbours() {
        Spectrogram spectrogram = Stft.power(Sounds.sineAtBin(100, 10_000, 1), DEFAULTS);
        assertThat(spectrogram.frequencyHz(100)).isCloseTo(1_076.66, within(0.01));
        assertThat(Math.sqrt(spectrogram.power().get(8, 100))).isCloseTo(512, within(1e-3));
        assertThat(Math.sqrt(spectrogram.power().get(8, 99))).isCloseTo(256, within(1e-3));
        assertThat(Math.sqrt(spectrogram.power().get(8, 101))).isCloseTo(256, within(1e-3));
        assertThat(Math.sqrt(spectrogram.power().get(8, 103))).isCloseTo(0, within(1e-3));
    }

    @Test
    void blocks_of_frames_are_those_of_the_whole_also_from_a_part_of_the_samples() {
        Signal signal = Sounds.noise(9_001);
        float[] whole = Stft.power(signal, DEFAULTS).power().values();
        float[] part = Arrays.copyOfRange(signal.samples(), 1_000, 9_001);
        float[] block = new float[5 * 1_025];
        new Stft(DEFAULTS).power(part, 1_000, part.length, 10, 15, block);
        assertThat(block).containsExactly(Arrays.copyOfRange(whole, 10 * 1_025, 15 * 1_025));
    }

    @Test
    void frames_that_are_not_centred_lie_within_the_signal() {
        StftOptions options = DEFAULTS.withCentred(false);
        Signal signal = Sounds.noise(4_096);
        Spectrogram centred = Stft.power(signal, DEFAULTS);
        Spectrogram within = Stft.power(signal, options);
        assertThat(within.frames()).isEqualTo(5);
        assertThat(within.power().row(1)).containsExactly(centred.power().row(3));
        assertThat(Stft.power(Sounds.noise(2_047), options).frames()).isZero();
    }

    @Test
    void phases_and_magnitudes_belong_to_the_same_transform() {
        Signal signal = Sounds.noise(3_000);
        ComplexSpectrogram complex = Stft.complex(signal, DEFAULTS);
        Spectrogram power = Stft.power(signal, DEFAULTS);
        for (int i = 0; i < power.power().values().length; i++) {
            double magnitude = complex.magnitude().values()[i];
            double phase = complex.phase().values()[i];
            assertThat(magnitude).isCloseTo(Math.sqrt(power.power().values()[i]), within(1e-5));
            assertThat(magnitude * Math.cos(phase)).isCloseTo(complex.re().values()[i], within(1e-5));
            assertThat(magnitude * Math.sin(phase)).isCloseTo(complex.im().values()[i], within(1e-5));
        }
        assertThat(complex.power().frames()).isEqualTo(power.frames());
    }

    @Test
    void plain_java_and_vectors_give_the_same_spectra() {
        Signal signal = Sounds.noise(4_000);
        float[] plain = new float[8 * 1_025];
        new Stft(DEFAULTS, new ScalarFft(2_048, Window.HANN)).power(signal.samples(), 0, 4_000, 0, 8, plain);
        float[] chosen = Stft.power(signal, DEFAULTS).power().values();
        for (int i = 0; i < plain.length; i++) {
            assertThat(Math.sqrt(chosen[i])).isCloseTo(Math.sqrt(plain[i]), within(5e-6));
        }
    }

    @Test
    void options_that_make_no_sense_are_refused_with_the_range() {
        assertThatThrownBy(() -> new StftOptions(1_000, 512))
                .hasMessage("FFT size must be a power of two in [4, 65536] but was 1000");
        assertThatThrownBy(() -> new StftOptions(2_048, 0)).hasMessage("hop length must be in [1, 65536] but was 0");
    }
}
