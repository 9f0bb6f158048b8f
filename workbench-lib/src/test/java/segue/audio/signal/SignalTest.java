package segue.audio.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import segue.audio.Sounds;

class SignalTest {
    @TempDir
    Path folder;

    @Test
    void a_written_wav_reads_back_to_half_a_step_of_sixteen_bits() throws IOException {
        Signal sound = Sounds.noise(50_001, 22_050, 3);
        Path file = folder.resolve("noise.wav");

        sound.writeWav(file);

        assertThat(Files.size(file)).isEqualTo(44 + 2 * 50_001);
        float[] read = Signal.read(file, 22_050).samples();
        assertThat(read).hasSize(50_001);
        for (int i = 0; i < read.length; i++) {
            assertThat(Math.abs(read[i] - sound.samples()[i])).isLessThanOrEqualTo(0.5f / 32_768);
        }
    }

    @Test
    void what_is_beyond_full_scale_is_clipped() throws IOException {
        Path file = folder.resolve("loud.wav");
        Signal.of(new float[] {2, -3, 1, -1, 0, 100}, 8_000).writeWav(file);

        float full = 32_767 / 32_768f;
        assertThat(Signal.read(file, 8_000).samples()).containsExactly(full, -1, full, -1, 0, full);
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 1e30f})
    void samples_that_are_no_sound_are_refused(float wrong) {
        assertThatThrownBy(() -> Signal.of(new float[] {0, 32_768, wrong}, 8_000))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("samples must be finite, mostly within -1 to 1, but sample 2 is " + wrong);
    }

    @Test
    void it_says_how_long_it_is() {
        assertThat(Signal.of(new float[33_075], 22_050)).hasToString("Signal: 1.5 s, 22,050 Hz");
    }

    @Test
    void resampling_rounds_its_length_up_as_librosa_does() {
        assertThat(Sounds.noise(1_001, 44_100, 1).resampled(22_050).length()).isEqualTo(501);
        assertThat(Sounds.noise(1_000, 48_000, 1).resampled(22_050).length()).isEqualTo(460);
        assertThat(Sounds.noise(1, 44_100, 1).resampled(8_000).length()).isEqualTo(1);
        assertThat(Sounds.noise(0, 44_100, 1).resampled(8_000).length()).isZero();
    }
}
