package segue.audio.loudness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import segue.audio.signal.Signal;

/** The signals of EBU Tech 3341 and 3342: a stereo sine of 1 kHz, here one channel that two loudspeakers play. */
class LoudnessTest {
    /** Pairs of dB below full scale and seconds. */
    private static Signal tones(int sampleRateHz, double... levelsAndSeconds) {
        int length = 0;
        for (int i = 1; i < levelsAndSeconds.length; i += 2) {
            length += (int) Math.round(levelsAndSeconds[i] * sampleRateHz);
        }
        float[] samples = new float[length];
        int at = 0;
        for (int i = 0; i < levelsAndSeconds.length; i += 2) {
            double amplitude = Math.pow(10, levelsAndSeconds[i] / 20);
            for (long end = at + Math.round(levelsAndSeconds[i + 1] * sampleRateHz); at < end; at++) {
                samples[at] = (float) (amplitude * Math.sin(2 * Math.PI * 1_000 * at / sampleRateHz));
            }
        }
        return Signal.of(samples, sampleRateHz);
    }

    private static Loudness measured(Signal signal) {
        return Loudness.of(signal).onTwoSpeakers();
    }

    @ParameterizedTest
    @ValueSource(ints = {11_025, 16_000, 22_050, 44_100, 48_000, 96_000})
    void a_tone_at_minus_23_measures_minus_23_at_any_rate(int sampleRateHz) {
        Loudness loudness = measured(tones(sampleRateHz, -23, 20));
        assertThat(loudness.integratedLufs()).isCloseTo(-23, within(0.1));
        assertThat(loudness.maxMomentaryLufs()).isCloseTo(-23, within(0.1));
        assertThat(loudness.maxShortTermLufs()).isCloseTo(-23, within(0.1));
        assertThat(loudness.rangeLu()).isCloseTo(0, within(0.1));
    }

    @Test
    void a_tone_at_minus_33_measures_minus_33() {
        assertThat(measured(tones(48_000, -33, 20)).integratedLufs()).isCloseTo(-33, within(0.1));
    }

    @Test
    void quiet_parts_are_left_out_by_the_relative_gate() {
        assertThat(measured(tones(48_000, -36, 10, -23, 60, -36, 10)).integratedLufs())
                .isCloseTo(-23, within(0.1));
    }

    @Test
    void silence_is_left_out_by_the_absolute_gate() {
        assertThat(measured(tones(48_000, -72, 10, -36, 10, -23, 60, -36, 10, -72, 10))
                        .integratedLufs())
                .isCloseTo(-23, within(0.1));
    }

    @Test
    void parts_within_the_gate_are_averaged_by_power() {
        assertThat(measured(tones(48_000, -26, 20, -20, 20.1, -26, 20)).integratedLufs())
                .isCloseTo(-23, within(0.1));
    }

    @Test
    void the_range_of_two_levels_is_their_distance() {
        assertThat(measured(tones(48_000, -20, 20, -30, 20)).rangeLu()).isCloseTo(10, within(1.0));
        assertThat(measured(tones(48_000, -20, 20, -15, 20)).rangeLu()).isCloseTo(5, within(1.0));
        assertThat(measured(tones(48_000, -40, 20, -20, 20)).rangeLu()).isCloseTo(20, within(1.0));
    }

    @Test
    void the_range_leaves_out_what_is_20_below_the_mean() {
        assertThat(measured(tones(48_000, -50, 20, -35, 20, -20, 20, -35, 20, -50, 20))
                        .rangeLu())
                .isCloseTo(15, within(1.0));
    }

    @Test
    void one_channel_by_itself_is_3_below_two() {
        Loudness one = Loudness.of(tones(48_000, -23, 5));
        assertThat(one.integratedLufs()).isCloseTo(-26.01, within(0.05));
        assertThat(one).hasToString("-26.0 LUFS, range 0.0 LU");
    }

    @Test
    void blocks_of_any_length_give_what_the_whole_gives() {
        Signal signal = tones(22_050, -26, 2.03, -20, 2, -40, 3.7);
        LoudnessMeter meter = new LoudnessMeter(22_050);
        int length = 1;
        for (int at = 0; at < signal.length(); at += length, length = length * 3 % 4_099) {
            length = Math.min(length, signal.length() - at);
            meter.add(signal.samples(), at, at + length);
        }
        Loudness blocks = meter.loudness();
        Loudness whole = Loudness.of(signal);
        assertThat(blocks.integratedLufs()).isCloseTo(whole.integratedLufs(), within(1e-9));
        assertThat(blocks.rangeLu()).isCloseTo(whole.rangeLu(), within(1e-9));
        assertThat(blocks.maxMomentaryLufs()).isCloseTo(whole.maxMomentaryLufs(), within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 8_819, 8_820, 100_000})
    void silence_of_any_length_measures_the_lowest(int samples) {
        assertThat(measured(Signal.of(new float[samples], 22_050)))
                .isEqualTo(new Loudness(Loudness.SILENCE, 0, Loudness.SILENCE, Loudness.SILENCE));
    }

    @Test
    void silence_after_music_does_not_change_its_loudness() {
        assertThat(measured(tones(22_050, -23, 10, -400, 60)).integratedLufs()).isCloseTo(-23, within(0.1));
    }

    @Test
    void a_rate_too_low_to_weigh_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LoudnessMeter(4_000))
                .withMessage("loudness needs a sample rate of at least 8,000 Hz but it was 4000");
    }
}
