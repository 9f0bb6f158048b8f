package segue.audio.music;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import segue.audio.signal.Signal;
import segue.audio.spectrum.Spectrogram;

class TuningTest {
    /** Notes above 400 Hz, where a parabola through three bins is good to a few cents. */
    private static Signal scale(double tuning) {
        double[][] notes = new double[8][];
        int[] steps = {0, 2, 4, 5, 7, 9, 11, 12};
        for (int i = 0; i < notes.length; i++) {
            notes[i] = new double[] {72 + steps[i] + tuning};
        }
        return Sound.chords(0.4, notes);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.3, -0.1, 0, 0.2, 0.35})
    void a_scale_that_is_out_of_tune_is_measured_within_ten_cents(double tuning) {
        assertThat(Tuning.of(Sound.spectrum(scale(tuning)))).isCloseTo(tuning, within(0.1));
    }

    @Test
    void blocks_give_what_the_whole_gives() {
        Spectrogram whole = Sound.spectrum(scale(0.2));
        Tuning blocks = new Tuning();
        for (int from = 0; from < whole.frames(); from += 37) {
            blocks.add(Sound.block(whole, from, Math.min(whole.frames(), from + 37)));
        }
        assertThat(blocks.estimate()).isEqualTo(Tuning.of(whole));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 50, 200})
    void more_peaks_than_are_kept_are_counted_to_the_same_end(int kept) {
        Spectrogram whole = Sound.spectrum(scale(-0.3));
        Tuning counting = new Tuning(kept);
        counting.add(whole);
        assertThat(counting.estimate()).isCloseTo(Tuning.of(whole), within(0.011));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 511, 30_000})
    void silence_of_any_length_is_in_tune(int samples) {
        assertThat(Tuning.of(Sound.spectrum(Signal.of(new float[samples], Sound.RATE_HZ))))
                .isZero();
    }

    @Test
    void nothing_added_is_in_tune() {
        assertThat(new Tuning().estimate()).isZero();
    }

    @Test
    void a_rate_too_low_for_any_pitch_is_in_tune() {
        float[] noise = new float[2_000];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = i * 7_919 % 101 / 101f;
        }
        assertThat(Tuning.of(Sound.spectrum(Signal.of(noise, 200)))).isZero();
    }
}
