package segue.audio.music;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TempoTest {
    private static final double FRAMES_A_MINUTE = 60.0 * Sound.RATE_HZ / 512;

    @ParameterizedTest
    @ValueSource(ints = {15, 18, 20, 22, 26, 30})
    void clicks_every_so_many_frames_have_that_tempo(int every) {
        assertThat(Tempo.bpm(Sound.clicks(1_292, 5, every))).isCloseTo(FRAMES_A_MINUTE / every, within(1e-9));
    }

    @Test
    void what_is_likely_beforehand_decides_between_octaves() {
        OnsetStrength clicks = Sound.clicks(1_292, 5, 10);
        double slow = Tempo.bpm(clicks, TempoOptions.defaults().withStartBpm(60));
        double fast = Tempo.bpm(clicks, TempoOptions.defaults().withStartBpm(240));
        assertThat(fast).isCloseTo(FRAMES_A_MINUTE / 10, within(1e-9));
        assertThat(slow).isLessThan(fast / 1.9);
    }

    @Test
    void no_tempo_is_above_the_highest() {
        assertThat(Tempo.bpm(Sound.clicks(1_292, 5, 4))).isLessThan(320);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 100, 1_292})
    void silence_has_the_tempo_that_is_likely_beforehand(int frames) {
        OnsetStrength silence = new OnsetStrength(new float[frames], Sound.RATE_HZ, 512);
        assertThat(Tempo.bpm(silence)).isCloseTo(117.45383522727273, within(1e-9));
    }

    @Test
    void frames_too_far_apart_for_a_tempo_are_refused() {
        OnsetStrength sparse = new OnsetStrength(new float[10], 1_000, 5_000);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tempo.bpm(sparse))
                .withMessageContaining("frames of 5000 samples are too far apart for a tempo");
    }

    @Test
    void options_out_of_range_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TempoOptions.defaults().withStartBpm(0))
                .withMessage("start BPM must be in (0, 10000] but was 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TempoOptions(120, 1, 0.5, 320))
                .withMessage("window in seconds must be in [1, 60] but was 0.5");
    }
}
