package segue.audio.loudness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import segue.audio.signal.Signal;

class DynamicRangeTest {
    private static final int RATE_HZ = 8_000;

    private static float[] sine(double amplitude, int seconds) {
        float[] samples = new float[seconds * RATE_HZ];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (amplitude * Math.sin(2 * Math.PI * 400 * i / RATE_HZ));
        }
        return samples;
    }

    private static DynamicRange of(float[] samples) {
        return DynamicRange.of(Signal.of(samples, RATE_HZ));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 0.1, 0.003})
    void a_sine_has_none_however_loud(double amplitude) {
        DynamicRange range = of(sine(amplitude, 9));
        assertThat(range.decibels()).isCloseTo(0, within(1e-3));
        assertThat(range.peakDecibels()).isCloseTo(20 * Math.log10(amplitude), within(1e-3));
        assertThat(range.loudDecibels()).isCloseTo(20 * Math.log10(amplitude), within(1e-3));
    }

    @Test
    void it_is_how_far_peaks_stand_above_the_loud_passages() {
        float[] samples = sine(0.1, 30);
        samples[1_000] = 1;
        samples[60_000] = 1;
        assertThat(of(samples).decibels()).isCloseTo(20, within(0.1));
    }

    @Test
    void the_highest_peak_of_all_is_left_out() {
        float[] samples = sine(0.1, 30);
        samples[1_000] = 1;
        DynamicRange range = of(samples);
        assertThat(range.decibels()).isCloseTo(0, within(0.1));
        assertThat(range.peakDecibels()).isZero();
    }

    @Test
    void only_the_loudest_fifth_is_the_measure() {
        float[] samples = sine(0.01, 30);
        System.arraycopy(sine(0.5, 6), 0, samples, 6 * RATE_HZ, 6 * RATE_HZ);
        assertThat(of(samples).loudDecibels()).isCloseTo(20 * Math.log10(0.5), within(1e-3));
    }

    @Test
    void blocks_of_any_length_give_what_the_whole_gives() {
        Random random = new Random(1);
        float[] samples = new float[7 * RATE_HZ + 123];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) random.nextGaussian() * 0.1f;
        }
        DynamicRangeMeter meter = new DynamicRangeMeter(RATE_HZ);
        for (int at = 0; at < samples.length; at += 777) {
            meter.add(samples, at, Math.min(samples.length, at + 777));
        }
        assertThat(meter.dynamicRange().decibels()).isCloseTo(of(samples).decibels(), within(1e-5));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 50_000})
    void silence_of_any_length_has_none(int samples) {
        DynamicRange range = of(new float[samples]);
        assertThat(range.decibels()).isZero();
        assertThat(range.peakDecibels()).isCloseTo(-120, within(1e-9));
    }
}
