package segue.audio.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import segue.audio.signal.Signal;

class FrameLevelTest {
    @Test
    void a_sine_has_the_root_of_half_and_two_crossings_a_period() {
        Signal sine = Sounds.sineAtBin(64, 10_000, 1);
        assertThat(FrameLevel.rms(sine)[8]).isCloseTo((float) Math.sqrt(0.5), within(1e-6f));
        assertThat(FrameLevel.zeroCrossingRate(sine)[8]).isCloseTo(2 * 64 / 2_048f, within(2 / 2_048f));
    }

    @Test
    void beyond_the_ends_there_is_silence_for_the_level_and_no_crossing() {
        Signal negative = Sounds.constant(4_096, -0.5f);
        assertThat(FrameLevel.rms(negative)[0]).isCloseTo((float) Math.sqrt(0.125), within(1e-6f));
        assertThat(FrameLevel.rms(negative)[4]).isCloseTo(0.5f, within(1e-6f));
        assertThat(FrameLevel.rms(negative)[8]).isCloseTo((float) Math.sqrt(0.125), within(1e-6f));
        assertThat(FrameLevel.zeroCrossingRate(negative)).containsOnly(0);
    }

    @Test
    void the_first_sample_of_a_frame_crosses_nothing() {
        float[] samples = new float[4_096];
        samples[1_024] = -1;
        float[] rate = FrameLevel.zeroCrossingRate(Signal.of(samples, 22_050));
        // The frame at 4 begins with that sample, so that only the way back is in it; the frame at 0 ends before it.
        assertThat(rate[4]).isEqualTo(1 / 2_048f);
        assertThat(rate[3]).isEqualTo(2 / 2_048f);
        assertThat(rate[0]).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 511, 512})
    void signals_shorter_than_a_frame_have_their_frames(int samples) {
        Signal signal = Sounds.constant(samples, 1);
        assertThat(FrameLevel.rms(signal)).hasSize(1 + samples / 512);
        assertThat(FrameLevel.rms(signal)[0]).isCloseTo((float) Math.sqrt(samples / 2_048.0), within(1e-6f));
        assertThat(FrameLevel.zeroCrossingRate(signal)).containsOnly(0);
    }
}
