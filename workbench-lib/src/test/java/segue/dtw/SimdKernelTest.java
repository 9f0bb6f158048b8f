package segue.dtw;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.BeforeEach;
import segue.dtw.simd.SimdKernel;
import segue.neighbors.simd.SimdSupport;

/** The build runs this at 128 and at 256 bits too, by a flag of the JVM. */
class SimdKernelTest extends WarpKernelTest {
    @BeforeEach
    void the_vector_api_must_be_there() {
        assumeTrue(
                SimdSupport.unavailableReason().isEmpty(),
                () -> SimdSupport.unavailableReason().orElseThrow());
    }

    @Override
    WarpKernel kernel() {
        return new SimdKernel();
    }
}
