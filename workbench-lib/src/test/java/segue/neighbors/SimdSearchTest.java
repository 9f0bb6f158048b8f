package segue.neighbors;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import segue.neighbors.simd.SimdSupport;

/** The build runs this at 128 and at 256 bits too, by a flag of the JVM. */
class SimdSearchTest extends ExactSearchTest {
    @Override
    Backend backend() {
        return Backend.SIMD;
    }

    @Test
    void vectors_are_as_wide_as_this_run_asks_for_or_the_machine_has() {
        int asked = Integer.getInteger("segue.test.vectorBits", 512);
        assertThat(SimdSupport.vectorBits()).isBetween(64, asked);
    }
}
