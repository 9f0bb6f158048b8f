package segue.audio.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SilenceTest {
    private static final SilenceOptions DEFAULTS = SilenceOptions.defaults();

    private static Signal noise(int length, SampleRange... silent) {
        Random random = new Random(5);
        float[] samples = new float[length];
        for (int i = 0; i < length; i++) {
            samples[i] = (float) random.nextGaussian() * 0.2f;
        }
        for (SampleRange part : silent) {
            Arrays.fill(samples, part.start(), part.end(), 0);
        }
        return Signal.of(samples, 22_050);
    }

    @Test
    void silence_at_both_ends_is_taken_away_up_to_half_a_frame() {
        Signal signal = noise(40_960, new SampleRange(0, 10_240), new SampleRange(30_720, 40_960));
        // The first frame that reaches sample 10,240 is centred on 19 hops, the last that reaches 30,719 on 61.
        assertThat(Silence.trimmed(signal, DEFAULTS)).isEqualTo(new SampleRange(19 * 512, 62 * 512));
        assertThat(signal.trimmed().samples())
                .containsExactly(Arrays.copyOfRange(signal.samples(), 19 * 512, 62 * 512));
    }

    @Test
    void a_pause_in_the_middle_parts_what_sounds() {
        Signal signal = noise(40_960, new SampleRange(10_240, 30_720));
        List<SampleRange> parts = Silence.sounding(signal, DEFAULTS);
        assertThat(parts).containsExactly(new SampleRange(0, 22 * 512), new SampleRange(59 * 512, 40_960));
        assertThat(signal.trimmed().length()).isEqualTo(40_960);
    }

    @Test
    void the_threshold_is_relative_to_the_loudest_frame() {
        Signal signal = noise(40_960);
        for (int i = 0; i < 20_480; i++) {
            signal.samples()[i] *= 0.01f;
        }
        assertThat(signal.trimmed().length()).isEqualTo(40_960);
        assertThat(signal.trimmed(DEFAULTS.withTopDecibels(30)).length()).isLessThan(23_000);
    }

    @ParameterizedTest
    @CsvSource({"2048, 512", "2048, 500", "1000, 300", "7, 3", "2, 1", "64, 100"})
    void frames_of_any_length_are_measured_as_they_are_defined(int frameLength, int hopLength) {
        SilenceOptions options = new SilenceOptions(20, frameLength, hopLength);
        Signal signal = noise(9_001, new SampleRange(0, 2_000), new SampleRange(6_500, 9_001));
        assertThat(Silence.trimmed(signal, options)).isEqualTo(plainly(signal, options));
    }

    private static SampleRange plainly(Signal signal, SilenceOptions options) {
        int half = options.frameLength() / 2;
        int frames = 1 + (signal.length() + 2 * half - options.frameLength()) / options.hopLength();
        double[] powers = new double[frames];
        for (int f = 0; f < frames; f++) {
            for (int i = 0; i < options.frameLength(); i++) {
                int at = f * options.hopLength() - half + i;
                double sample = at < 0 || at >= signal.length() ? 0 : signal.samples()[at];
                powers[f] += sample * sample;
            }
        }
        double threshold = Arrays.stream(powers).max().orElseThrow() / 100;
        int first = 0;
        while (powers[first] <= threshold) {
            first++;
        }
        int last = frames - 1;
        while (powers[last] <= threshold) {
            last--;
        }
        return new SampleRange(
                first * options.hopLength(), Math.min(signal.length(), (last + 1) * options.hopLength()));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 30_000})
    void nothing_is_left_of_silence(int samples) {
        Signal signal = Signal.of(new float[samples], 22_050);
        assertThat(Silence.sounding(signal, DEFAULTS)).isEmpty();
        assertThat(Silence.trimmed(signal, DEFAULTS).isEmpty()).isTrue();
        assertThat(signal.trimmed().length()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 511, 512, 513})
    void a_short_sound_is_kept_whole(int samples) {
        assertThat(noise(samples).trimmed().length()).isEqualTo(samples);
    }

    @Test
    void what_is_no_part_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> noise(10).part(new SampleRange(5, 11)))
                .withMessage("the part [5, 11) reaches beyond the signal's 10 samples");
        assertThatIllegalArgumentException().isThrownBy(() -> new SampleRange(3, 2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DEFAULTS.withTopDecibels(0))
                .withMessage("top decibels must be in (0, 1000] but was 0.0");
    }
}
