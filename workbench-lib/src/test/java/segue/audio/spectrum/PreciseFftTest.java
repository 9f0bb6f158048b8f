package segue.audio.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import segue.audio.simd.PreciseFft;

/** The build runs this at 256 bits too, by a flag of the JVM; at 128 bits there are too few lanes. */
class PreciseFftTest extends RealFftTest {
    @BeforeAll
    void vectors_must_hold_four_doubles() {
        assumeTrue(PreciseFft.fits(4_096), "vectors hold fewer than four doubles");
    }

    @Override
    RealFft fft(int size, Window window) {
        return new PreciseFft(size, window);
    }

    @Override
    int leastSize() {
        return IntStream.iterate(4, size -> 2 * size)
                .filter(size -> size == 4_096 || PreciseFft.fits(size))
                .findFirst()
                .orElseThrow();
    }

    @Override
    double rounding() {
        return 2e-8;
    }

    @Test
    void a_size_that_does_not_fill_vectors_is_refused() {
        assertThatThrownBy(() -> new PreciseFft(leastSize() / 2, Window.HANN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("but was " + leastSize() / 2);
        assertThat(RealFft.precise(2_048, Window.HANN)).isInstanceOf(PreciseFft.class);
    }
}
