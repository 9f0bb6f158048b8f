package segue.audio.simd;

import static segue.audio.simd.Lanes.SPECIES;

import java.util.function.IntUnaryOperator;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;

/**
 * Moves values between the passes of {@link VectorFft}. Orders must be constants of their loops to be fast, so each has a
 * method of its own.
 */
final class Weave {
    private static final int LANES = Lanes.COUNT;
    private static final IntUnaryOperator ONE = Lanes.weave(1, 0);
    private static final VectorShuffle<Float> LOWER_ONE = Lanes.lane(ONE);
    private static final VectorShuffle<Float> UPPER_ONE = Lanes.lane(Lanes.weave(1, 1));
    private static final VectorMask<Float> SECOND_ONE = Lanes.second(ONE);
    /** Vectors of four lanes need none. */
    private static final IntUnaryOperator FOUR = Lanes.weave(Math.min(4, LANES / 2), 0);

    private static final VectorShuffle<Float> LOWER_FOUR = Lanes.lane(FOUR);
    private static final VectorShuffle<Float> UPPER_FOUR = Lanes.lane(Lanes.weave(Math.min(4, LANES / 2), 1));
    private static final VectorMask<Float> SECOND_FOUR = Lanes.second(FOUR);
    private static final IntUnaryOperator PAIRS = lane -> 2 * lane;
    private static final VectorShuffle<Float> EVEN = Lanes.lane(PAIRS);
    private static final VectorShuffle<Float> ODD = Lanes.lane(lane -> 2 * lane + 1);
    private static final VectorMask<Float> SECOND_PAIRS = Lanes.second(PAIRS);

    private Weave() {}

    /** Windows samples and takes pairs of them as complex numbers. */
    static void load(float[] samples, int from, float[] window, float[] toRe, float[] toIm) {
        for (int t = 0; t < toRe.length; t += LANES) {
            int x = 2 * t;
            FloatVector low =
                    FloatVector.fromArray(SPECIES, samples, from + x).mul(FloatVector.fromArray(SPECIES, window, x));
            x += LANES;
            FloatVector high =
                    FloatVector.fromArray(SPECIES, samples, from + x).mul(FloatVector.fromArray(SPECIES, window, x));
            low.rearrange(EVEN).blend(high.rearrange(EVEN), SECOND_PAIRS).intoArray(toRe, t);
            low.rearrange(ODD).blend(high.rearrange(ODD), SECOND_PAIRS).intoArray(toIm, t);
        }
    }

    /** Puts the four quarters' values in turn. */
    static void byOne(float[] from, float[] to) {
        int quarter = from.length / 4;
        for (int t = 0; t < quarter; t += LANES) {
            FloatVector a = FloatVector.fromArray(SPECIES, from, t);
            FloatVector b = FloatVector.fromArray(SPECIES, from, t + quarter);
            FloatVector c = FloatVector.fromArray(SPECIES, from, t + 2 * quarter);
            FloatVector d = FloatVector.fromArray(SPECIES, from, t + 3 * quarter);
            FloatVector ac = a.rearrange(LOWER_ONE).blend(c.rearrange(LOWER_ONE), SECOND_ONE);
            FloatVector bd = b.rearrange(LOWER_ONE).blend(d.rearrange(LOWER_ONE), SECOND_ONE);
            ac.rearrange(LOWER_ONE).blend(bd.rearrange(LOWER_ONE), SECOND_ONE).intoArray(to, 4 * t);
            ac.rearrange(UPPER_ONE).blend(bd.rearrange(UPPER_ONE), SECOND_ONE).intoArray(to, 4 * t + LANES);
            ac = a.rearrange(UPPER_ONE).blend(c.rearrange(UPPER_ONE), SECOND_ONE);
            bd = b.rearrange(UPPER_ONE).blend(d.rearrange(UPPER_ONE), SECOND_ONE);
            ac.rearrange(LOWER_ONE).blend(bd.rearrange(LOWER_ONE), SECOND_ONE).intoArray(to, 4 * t + 2 * LANES);
            ac.rearrange(UPPER_ONE).blend(bd.rearrange(UPPER_ONE), SECOND_ONE).intoArray(to, 4 * t + 3 * LANES);
        }
    }

    /** Puts fours of the four quarters' values in turn. */
    static void byFour(float[] from, float[] to) {
        int quarter = from.length / 4;
        for (int t = 0; t < quarter; t += LANES) {
            FloatVector a = FloatVector.fromArray(SPECIES, from, t);
            FloatVector b = FloatVector.fromArray(SPECIES, from, t + quarter);
            FloatVector c = FloatVector.fromArray(SPECIES, from, t + 2 * quarter);
            FloatVector d = FloatVector.fromArray(SPECIES, from, t + 3 * quarter);
            FloatVector ac = a.rearrange(LOWER_FOUR).blend(c.rearrange(LOWER_FOUR), SECOND_FOUR);
            FloatVector bd = b.rearrange(LOWER_FOUR).blend(d.rearrange(LOWER_FOUR), SECOND_FOUR);
            ac.rearrange(LOWER_FOUR)
                    .blend(bd.rearrange(LOWER_FOUR), SECOND_FOUR)
                    .intoArray(to, 4 * t);
            ac.rearrange(UPPER_FOUR)
                    .blend(bd.rearrange(UPPER_FOUR), SECOND_FOUR)
                    .intoArray(to, 4 * t + LANES);
            ac = a.rearrange(UPPER_FOUR).blend(c.rearrange(UPPER_FOUR), SECOND_FOUR);
            bd = b.rearrange(UPPER_FOUR).blend(d.rearrange(UPPER_FOUR), SECOND_FOUR);
            ac.rearrange(LOWER_FOUR)
                    .blend(bd.rearrange(LOWER_FOUR), SECOND_FOUR)
                    .intoArray(to, 4 * t + 2 * LANES);
            ac.rearrange(UPPER_FOUR)
                    .blend(bd.rearrange(UPPER_FOUR), SECOND_FOUR)
                    .intoArray(to, 4 * t + 3 * LANES);
        }
    }
}
