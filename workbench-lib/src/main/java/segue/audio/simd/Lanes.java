package segue.audio.simd;

import java.util.function.IntUnaryOperator;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/** The vectors that this machine prefers, and orders in which lanes of two of them are taken. */
final class Lanes {
    static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    static final VectorSpecies<Integer> INTS = SPECIES.withLanes(int.class);
    static final int COUNT = SPECIES.length();

    private Lanes() {}

    /** Which lane of its vector each lane is, where {@code order} counts those of two vectors. */
    static VectorShuffle<Float> lane(IntUnaryOperator order) {
        return VectorShuffle.fromOp(SPECIES, lane -> order.applyAsInt(lane) % COUNT);
    }

    /** Which lanes come from the second vector. */
    static VectorMask<Float> second(IntUnaryOperator order) {
        boolean[] second = new boolean[COUNT];
        for (int lane = 0; lane < COUNT; lane++) {
            second[lane] = order.applyAsInt(lane) >= COUNT;
        }
        return VectorMask.fromArray(SPECIES, second, 0);
    }

    /** The lower halves of two vectors, {@code group} lanes of each in turn; the upper ones are half a vector on. */
    static IntUnaryOperator weave(int group, int half) {
        return lane -> lane / group / 2 * group + lane % group + half * COUNT / 2 + lane / group % 2 * COUNT;
    }
}
