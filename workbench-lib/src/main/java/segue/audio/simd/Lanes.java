package segue.audio.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/** The vectors that this machine prefers, and the sum of one. */
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
}
