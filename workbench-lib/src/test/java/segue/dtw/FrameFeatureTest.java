package segue.dtw;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import segue.audio.signal.Signal;
import segue.matrix.FloatMatrix;

class FrameFeatureTest {
    private static Signal tone(double hertz) {
        float[] samples = new float[22_050];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (0.5 * Math.sin(2 * Math.PI * hertz * i / 22_050));
        }
        return Signal.of(samples, 22_050);
    }

    @Test
    void a_second_has_44_frames() {
        assertThat(FrameFeature.MFCC.of(tone(440)).rows()).isEqualTo(44);
        assertThat(FrameFeature.MFCC.of(tone(440)).columns()).isEqualTo(20);
        assertThat(FrameFeature.CHROMA.of(tone(440)).columns()).isEqualTo(12);
    }

    @Test
    void the_pitch_class_of_a_tone_is_the_strongest_in_every_octave() {
        for (double hertz : new double[] {440, 880, 1_760}) {
            assertThat(FrameFeature.CHROMA.of(tone(hertz)).get(20, 9)).isEqualTo(1);
        }
    }

    @Test
    void a_tone_is_nearer_to_itself_than_to_another_in_timbre() {
        FloatMatrix low = FrameFeature.MFCC.of(tone(220));
        assertThat(Dtw.distance(low, FrameFeature.MFCC.of(tone(225))))
                .isLessThan(Dtw.distance(low, FrameFeature.MFCC.of(tone(3_000))));
    }
}
