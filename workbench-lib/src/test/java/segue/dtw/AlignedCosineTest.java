package segue.dtw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import segue.matrix.FloatMatrix;

class AlignedCosineTest {
    private final FloatMatrix music = Sequences.wandering(1, 200, 12);

    @Test
    void is_the_mean_cosine_of_frames_of_the_same_number() {
        FloatMatrix a = FloatMatrix.of(new float[] {1, 0}, new float[] {2, 2}, new float[] {0, 0});
        FloatMatrix b =
                FloatMatrix.of(new float[] {3, 0}, new float[] {-1, -1}, new float[] {0, 1}, new float[] {9, 9});
        AlignedCosine found = AlignedCosine.of(a, b);
        assertThat(found.similarity()).isCloseTo((1 - 1 + 0) / 3.0, within(1e-6));
        assertThat(found.frames()).isEqualTo(3);
        assertThat(AlignedCosine.of(b, a)).isEqualTo(found);
    }

    @Test
    void finds_by_how_much_one_was_shifted() {
        FloatMatrix later = music.selectRows(IntStream.range(30, 200).toArray());
        AlignedCosine found = AlignedCosine.bestShift(later, music, 40);
        assertThat(found.shift()).isEqualTo(30);
        assertThat(found.similarity()).isCloseTo(1, within(1e-6));
        assertThat(AlignedCosine.bestShift(music, later, 40).shift()).isEqualTo(-30);
        assertThat(AlignedCosine.bestShift(later, music, 10_000)).isEqualTo(found);
    }

    @Test
    void does_not_see_through_another_tempo_but_warping_does() {
        FloatMatrix slower = Sequences.atSpeed(music, 250, 0.8);
        assertThat(AlignedCosine.bestShift(music, slower, 50).similarity()).isLessThan(0.5);
        assertThat(Dtw.distance(music, slower, DtwOptions.defaults().withCost(LocalCost.COSINE)))
                .isCloseTo(0, within(1e-4));
    }

    @Test
    void what_does_not_fit_is_refused_with_the_reason() {
        assertThatThrownBy(() -> AlignedCosine.bestShift(music, music, -1))
                .hasMessage("the shift must be at least 0 but was -1");
        assertThatThrownBy(() -> AlignedCosine.of(music, Sequences.wandering(1, 5, 11)))
                .hasMessage("the first sequence has frames of 12 values but the second of 11");
    }
}
