package segue.audio.music;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import segue.audio.signal.Signal;
import segue.audio.spectrum.Spectrogram;
import segue.matrix.FloatMatrix;

class ChromaTest {
    @ParameterizedTest
    @ValueSource(ints = {60, 61, 62, 63, 64, 65, 66, 67, 68, 69, 70, 71})
    void a_note_is_strongest_in_its_pitch_class(int note) {
        FloatMatrix chroma = Chroma.of(Sound.spectrum(Sound.chords(0.5, new double[] {note})), 0);
        assertThat(chroma.get(10, note % 12)).isEqualTo(1);
    }

    @Test
    void an_octave_makes_no_difference_to_the_pitch_class() {
        for (int note : new int[] {45, 57, 69, 81, 93}) {
            assertThat(Chroma.of(Sound.spectrum(Sound.chords(0.5, new double[] {note})), 0)
                            .get(10, 9))
                    .isEqualTo(1);
        }
    }

    @Test
    void every_frame_that_sounds_has_a_largest_value_of_one() {
        FloatMatrix chroma = Chroma.of(Sound.spectrum(Sound.chords(0.3, new double[] {60, 64, 67}, new double[] {62})));
        for (int f = 0; f < chroma.rows(); f++) {
            float largest = 0;
            for (float value : chroma.row(f)) {
                assertThat(value).isBetween(0f, 1f);
                largest = Math.max(largest, value);
            }
            assertThat(largest).isEqualTo(1);
        }
    }

    @Test
    void music_tuned_higher_is_the_same_music_once_its_tuning_is_known() {
        double[] chord = {72.3, 76.3, 79.3};
        double[] known = {72, 76, 79};
        FloatMatrix high = Chroma.of(Sound.spectrum(Sound.chords(0.5, chord)), 0.3);
        FloatMatrix concert = Chroma.of(Sound.spectrum(Sound.chords(0.5, known)), 0);
        FloatMatrix mistaken = Chroma.of(Sound.spectrum(Sound.chords(0.5, chord)), 0);
        assertThat(distance(high, concert)).isLessThan(distance(mistaken, concert) / 2);
    }

    private static double distance(FloatMatrix a, FloatMatrix b) {
        double sum = 0;
        for (int i = 0; i < a.values().length; i++) {
            sum += Math.abs(a.values()[i] - b.values()[i]);
        }
        return sum;
    }

    @Test
    void blocks_give_what_the_whole_gives() {
        Spectrogram whole = Sound.spectrum(Sound.chords(0.3, new double[] {60, 64}, new double[] {65, 69}));
        FloatMatrix expected = Chroma.of(whole, -0.07);
        FloatMatrix block = Chroma.of(Sound.block(whole, 5, 12), -0.07);
        for (int f = 0; f < block.rows(); f++) {
            assertThat(block.row(f)).containsExactly(expected.row(5 + f));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 511, 512, 5_000})
    void silence_of_any_length_has_chroma_of_zeros(int samples) {
        FloatMatrix chroma = Chroma.of(Sound.spectrum(Signal.of(new float[samples], Sound.RATE_HZ)));
        assertThat(chroma.rows()).isEqualTo(1 + samples / 512);
        assertThat(chroma.columns()).isEqualTo(12);
        assertThat(chroma.values()).containsOnly(0f);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.51, -1, Double.NaN})
    void a_tuning_beyond_half_a_semitone_is_refused(double tuning) {
        Spectrogram spectrum = Sound.spectrum(Signal.of(new float[10], Sound.RATE_HZ));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Chroma.of(spectrum, tuning))
                .withMessage("tuning must be in [-0.5, 0.5] semitones but was " + tuning);
    }
}
