package segue.audio.spectrum;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import segue.matrix.FloatMatrix;

class DeltaTest {
    private static final FloatMatrix SHORT = FloatMatrix.wrap(3, 2, new float[6]);

    @Test
    void fewer_frames_than_a_fit_needs_are_refused_with_what_to_do() {
        assertThatThrownBy(() -> Delta.first(SHORT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a delta of width 9 needs at least as many frames but there are 3: take a smaller width");
    }

    @Test
    void an_even_width_has_no_middle_and_is_refused() {
        assertThatThrownBy(() -> Delta.second(SHORT, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the width of a delta must be odd and at least 3 but was 2");
    }
}
