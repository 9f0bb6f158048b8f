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

    private static final VectorShuffle<Float> EIGHT_ON = on(8);
    private static final VectorShuffle<Float> FOUR_ON = on(4);
    private static final VectorShuffle<Float> TWO_ON = on(2);
    private static final VectorShuffle<Float> ONE_ON = on(1);

    private Lanes() {}

    private static VectorShuffle<Float> on(int lanes) {
        return VectorShuffle.fromOp(SPECIES, lane -> (lane + lanes) % COUNT);
    }

    /**
     * The sum of all lanes, halves first: always in this order, where a reduction of the Vector API adds in one when it is
     * interpreted and in another when it is compiled, so that the last digits would change from run to run.
     */
    static float sum(FloatVector lanes) {
        FloatVector sum = lanes;
        if (COUNT > 8) {
            sum = sum.add(sum.rearrange(EIGHT_ON));
        }
        if (COUNT > 4) {
            sum = sum.add(sum.rearrange(FOUR_ON));
        }
        sum = sum.add(sum.rearrange(TWO_ON));
        return sum.add(sum.rearrange(ONE_ON)).lane(0);
    }

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
