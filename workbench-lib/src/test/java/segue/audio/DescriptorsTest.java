package segue.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import segue.audio.signal.Signal;
import segue.audio.spectrum.Mfcc;

class DescriptorsTest {
    private static Signal noise(int samples) {
        Random random = new Random(samples);
        float[] values = new float[samples];
        for (int i = 0; i < samples; i++) {
            values[i] = (float) (random.nextGaussian() * 0.1);
        }
        return Signal.of(values, 22_050);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 2_047, 4_095, 4_096, 50_000})
    void a_signal_of_any_length_has_the_same_columns_and_finite_numbers(int samples) {
        Descriptors row = Descriptors.of(noise(samples));
        assertThat(row.names()).isEqualTo(Descriptors.of(noise(3)).names()).doesNotHaveDuplicates();
        assertThat(row.values()).hasSize(row.names().size());
        for (float value : row.values()) {
            assertThat(value).isFinite();
        }
        assertThat(row.get("duration_seconds").orElseThrow()).isCloseTo(samples / 22_050.0, within(1e-6));
    }

    @Test
    void means_and_variances_are_those_of_the_frames() {
        Signal signal = noise(40_000);
        Descriptors row = Descriptors.of(signal);
        float[] third = Mfcc.of(signal).column(2);
        double mean = 0;
        double squares = 0;
        for (float value : third) {
            mean += value / third.length;
        }
        for (float value : third) {
            squares += (value - mean) * (value - mean) / third.length;
        }
        assertThat(row.get("mfcc3_mean").orElseThrow()).isCloseTo(mean, within(1e-4));
        assertThat(row.get("mfcc3_var").orElseThrow()).isCloseTo(squares, within(1e-4 * squares));
        assertThat(row.get("mfcc21_mean")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 700, 1_023, 1_024, 1_025, 30_000, 200_001})
    void pieces_of_a_stream_give_what_the_whole_gives(int samples) {
        Signal signal = noise(samples);
        for (int piece : new int[] {1, 13, 576, 100_000}) {
            if (piece == 1 && samples > 2_000) {
                continue;
            }
            FrameMeter meter = new FrameMeter();
            long heard = new SampleBuffer(pieces(signal, piece)).drain(meter, meter::hear);
            FrameFeatures pieces = meter.finish(heard, pass -> fail("a short recording is gone through once"));
            assertSame(pieces, FrameFeatures.of(signal));
        }
    }

    /** Frames to the last bit; sums over all samples but for the order in which they are added. */
    private static void assertSame(FrameFeatures found, FrameFeatures expected) {
        assertThat(found.values()).isEqualTo(expected.values());
        assertThat(found.samples()).isEqualTo(expected.samples());
        assertThat(found.tuning()).isEqualTo(expected.tuning());
        assertThat(found.tempo()).isEqualTo(expected.tempo());
        assertThat(found.loudness().integratedLufs())
                .isCloseTo(expected.loudness().integratedLufs(), within(1e-6));
        assertThat(found.dynamicRange().decibels())
                .isCloseTo(expected.dynamicRange().decibels(), within(1e-4));
    }

    private static SampleBuffer.Source pieces(Signal signal, int piece) {
        int[] at = {0};
        return (into, offset, length) -> {
            int count = Math.min(Math.min(piece, length), signal.length() - at[0]);
            System.arraycopy(signal.samples(), at[0], into, offset, count);
            at[0] += count;
            return count;
        };
    }

    @Test
    void a_long_recording_that_is_gone_through_twice_gives_what_one_pass_gives() {
        Signal signal = noise(60_000);
        assertSame(FrameFeatures.of(signal, new FrameMeter(new PitchMeter(40))), FrameFeatures.of(signal));
    }

    @Test
    void another_sample_rate_is_refused() {
        assertThatThrownBy(() -> Descriptors.of(Signal.of(new float[10], 44_100)))
                .hasMessage("features are measured at 22,050 Hz but the signal has 44,100: read it at that rate");
    }

    @Test
    void a_row_is_shown_as_a_line_a_column_and_frames_by_their_names() {
        Descriptors row = Descriptors.of(noise(22_050));
        assertThat(row.toString().lines()).hasSize(row.names().size()).first().isEqualTo("duration_seconds 1.0");
        assertThat(FrameFeatures.of(noise(22_050))).asString().startsWith("44 frames of rms, spectral_centroid, ");
    }
}
