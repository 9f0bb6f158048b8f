package segue.audio.music;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BeatsTest {
    private static final double SECONDS_A_FRAME = 512.0 / Sound.RATE_HZ;

    @ParameterizedTest
    @ValueSource(ints = {18, 20, 25})
    void every_click_is_a_beat(int every) {
        Beats beats = Beats.of(Sound.clicks(7 + 40 * every + 1, 7, every));
        assertThat(beats.tempoBpm()).isCloseTo(60 / (every * SECONDS_A_FRAME), within(1e-9));
        assertThat(beats.count()).isEqualTo(41);
        for (int b = 0; b < beats.count(); b++) {
            assertThat(beats.seconds()[b]).isCloseTo((7 + b * every) * SECONDS_A_FRAME, within(1e-9));
        }
    }

    @Test
    void beats_follow_a_tempo_that_wavers() {
        float[] values = new float[800];
        int[] gaps = {20, 21, 19, 20, 22, 18};
        int clicks = 0;
        for (int at = 10; at < 800; at += gaps[clicks++ % gaps.length]) {
            values[at] = 8;
        }
        Beats beats = Beats.of(new OnsetStrength(values, Sound.RATE_HZ, 512));
        int onClicks = 0;
        for (double second : beats.seconds()) {
            onClicks += values[(int) Math.rint(second / SECONDS_A_FRAME)] > 0 ? 1 : 0;
        }
        assertThat(onClicks).isGreaterThanOrEqualTo(clicks - 2);
    }

    @Test
    void a_missing_click_is_bridged() {
        OnsetStrength clicks = Sound.clicks(600, 5, 20);
        clicks.values()[305] = 0;
        Beats beats = Beats.of(clicks);
        assertThat(Arrays.stream(beats.seconds()).map(second -> second / SECONDS_A_FRAME))
                .anyMatch(frame -> Math.abs(frame - 305) < 1e-6);
    }

    @Test
    void silence_at_both_ends_has_no_beats() {
        OnsetStrength clicks = Sound.clicks(1_000, 300, 20);
        Arrays.fill(clicks.values(), 700, 1_000, 0);
        double[] seconds = Beats.of(clicks).seconds();
        assertThat(seconds[0]).isGreaterThan(290 * SECONDS_A_FRAME);
        assertThat(seconds[seconds.length - 1]).isLessThan(700 * SECONDS_A_FRAME);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 500})
    void silence_of_any_length_has_no_beats_and_no_tempo(int frames) {
        Beats beats = Beats.of(new OnsetStrength(new float[frames], Sound.RATE_HZ, 512));
        assertThat(beats.count()).isZero();
        assertThat(beats.tempoBpm()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10})
    void a_recording_shorter_than_a_beat_has_at_most_one(int frames) {
        float[] values = new float[frames];
        values[frames - 1] = 3;
        assertThat(Beats.of(new OnsetStrength(values, Sound.RATE_HZ, 512)).count())
                .isLessThanOrEqualTo(1);
    }

    @Test
    void what_is_no_tempo_is_refused() {
        OnsetStrength clicks = Sound.clicks(100, 5, 20);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Beats.at(0, clicks, BeatOptions.defaults()))
                .withMessage("the tempo must be positive but was 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BeatOptions.defaults().withTightness(0))
                .withMessage("tightness must be in (0, 1e9] but was 0.0");
    }
}
