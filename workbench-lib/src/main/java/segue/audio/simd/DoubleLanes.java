package segue.audio.simd;

import java.util.function.IntUnaryOperator;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/** The vectors of doubles that this machine prefers, and orders in which lanes of two of them are taken. */
final class DoubleLanes {
    static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    /** As many floats as a vector has doubles. */
    static final VectorSpecies<Float> FLOATS =
            VectorSpecies.of(float.class, VectorShape.forBitSize(SPECIES.vectorBitSize() / 2));

    static final int COUNT = SPECIES.length();

    private DoubleLanes() {}

    /** Which lane of its vector each lane is, where {@code order} counts those of two vectors. */
    static VectorShuffle<Double> lane(IntUnaryOperator order) {
        return VectorShuffle.fromOp(SPECIES, lane -> order.applyAsInt(lane) % COUNT);
    }

    /** Which lanes come from the second vector. */
    static VectorMask<Double> second(IntUnaryOperator order) {
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
