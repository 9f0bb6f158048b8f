package segue.audio.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import segue.audio.simd.VectorFft;

/** The build runs this at 128 and at 256 bits too, by a flag of the JVM. */
class VectorFftTest extends RealFftTest {
    @Override
    RealFft fft(int size, Window window) {
        return new VectorFft(size, window);
    }

    @Override
    int leastSize() {
        return VectorFft.leastSize();
    }

    @Override
    double rounding() {
        return 4e-7;
    }

    @Test
    void a_size_that_does_not_fill_vectors_is_refused() {
        assertThatThrownBy(() -> new VectorFft(leastSize() / 2, Window.HANN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the FFT size must be a power of two from %d on but was %d"
                        .formatted(leastSize(), leastSize() / 2));
        assertThat(RealFft.fast(4, Window.HANN)).isInstanceOf(ScalarFft.class);
    }
}
