package segue.dtw.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/** The vectors that this machine prefers, at most 512 bits. */
final class Lanes {
    static final VectorSpecies<Float> SPECIES =
            FloatVector.SPECIES_PREFERRED.length() > 16 ? FloatVector.SPECIES_512 : FloatVector.SPECIES_PREFERRED;
    static final int COUNT = SPECIES.length();
    /** The lane of a strip's first row. */
    static final int TOP = COUNT - 1;

    /** Every lane gets its upper neighbour's value; the top lane's is of no use. */
    static final VectorShuffle<Float> DOWN = VectorShuffle.fromOp(SPECIES, lane -> Math.min(lane + 1, TOP));

    static final VectorMask<Float> TOP_ONLY = VectorMask.fromLong(SPECIES, 1L << TOP);

    /** Column less row of every lane, less that of the lowest. */
    static final FloatVector SLANT = FloatVector.zero(SPECIES).addIndex(2);

    private Lanes() {}
}
