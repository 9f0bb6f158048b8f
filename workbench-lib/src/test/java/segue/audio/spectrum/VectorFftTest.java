package segue.audio.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import segue.audio.simd.VectorFft;

/** The build runs this at 128 and at 256 bits too, by a flag of the JVM. */
class VectorFftTest extends RealFftTest {
    @Override
    RealFft fft(int size) {
        return new VectorFft(size);
    }

    @Override
    int leastSize() {
        return VectorFft.leastSize();
    }

    @Test
    void a_size_that_does_not_fill_vectors_is_refused() {
        assertThatThrownBy(() -> new VectorFft(leastSize() / 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the FFT size must be a power of two from %d on but was %d"
                        .formatted(leastSize(), leastSize() / 2));
        assertThat(RealFft.of(4)).isInstanceOf(ScalarFft.class);
    }
}
