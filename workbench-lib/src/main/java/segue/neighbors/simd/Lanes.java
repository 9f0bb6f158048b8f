package segue.neighbors.simd;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/** The vectors that this machine prefers. Kept apart so that the Vector API's classes load only where they exist. */
final class Lanes {
    static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    static final VectorSpecies<Integer> INTS = SPECIES.withLanes(int.class);
    static final int COUNT = SPECIES.length();

    static final VectorSpecies<Short> SHORTS = ShortVector.SPECIES_PREFERRED;
    static final int SHORT_COUNT = SHORTS.length();
    /** As many bytes as a vector has shorts. */
    static final VectorSpecies<Byte> BYTES =
            VectorSpecies.of(byte.class, VectorShape.forBitSize(SHORTS.vectorBitSize() / 2));

    private Lanes() {}

    static ShortVector widened(byte[] bytes, int at) {
        return (ShortVector)
                ByteVector.fromArray(BYTES, bytes, at).convertShape(VectorOperators.ZERO_EXTEND_B2S, SHORTS, 0);
    }
}
