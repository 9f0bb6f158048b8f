package segue.neighbors.simd;

import java.util.Optional;

/** Whether the Vector API can be used in this JVM. Loads none of its classes, so it is safe to ask without the module. */
public final class SimdSupport {
    private SimdSupport() {}

    /** Why not, one sentence; empty where it can. */
    public static Optional<String> unavailableReason() {
        return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
                ? Optional.empty()
                : Optional.of("The Vector API is off: start Java with --add-modules jdk.incubator.vector.");
    }

    /** Bits of the widest vector that this machine prefers, 128 to 512; 0 where the Vector API is off. */
    public static int vectorBits() {
        return unavailableReason().isPresent() ? 0 : Lanes.SPECIES.vectorBitSize();
    }
}
