package segue.neighbors.simd;

import jdk.incubator.vector.FloatVector;

/** Kept apart so that the Vector API's classes load only where they exist. */
final class SimdWidth {
    private SimdWidth() {}

    static int bits() {
        return FloatVector.SPECIES_PREFERRED.vectorBitSize();
    }
}
