package segue.audio.simd;

import static segue.audio.simd.DoubleLanes.SPECIES;

import java.util.function.IntUnaryOperator;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;

/**
 * Moves values between the passes of {@link PreciseFft}. Orders must be constants of their loops to be fast, so each has a
 * method of its own.
 */
final class PreciseWeave {
    private static final int LANES = DoubleLanes.COUNT;
    private static final IntUnaryOperator ONE = DoubleLanes.weave(1, 0);
    private static final VectorShuffle<Double> LOWER_ONE = DoubleLanes.lane(ONE);
    private static final VectorShuffle<Double> UPPER_ONE = DoubleLanes.lane(DoubleLanes.weave(1, 1));
    private static final VectorMask<Double> SECOND_ONE = DoubleLanes.second(ONE);
    /** Vectors of four lanes need none. */
    private static final IntUnaryOperator FOUR = DoubleLanes.weave(Math.min(4, LANES / 2), 0);

    private static final VectorShuffle<Double> LOWER_FOUR = DoubleLanes.lane(FOUR);
    private static final VectorShuffle<Double> UPPER_FOUR =
            DoubleLanes.lane(DoubleLanes.weave(Math.min(4, LANES / 2), 1));
    private static final VectorMask<Double> SECOND_FOUR = DoubleLanes.second(FOUR);
    private static final IntUnaryOperator PAIRS = lane -> 2 * lane;
    private static final VectorShuffle<Double> EVEN = DoubleLanes.lane(PAIRS);
    private static final VectorShuffle<Double> ODD = DoubleLanes.lane(lane -> 2 * lane + 1);
    private static final VectorMask<Double> SECOND_PAIRS = DoubleLanes.second(PAIRS);

    private PreciseWeave() {}

    /** Windows samples and takes pairs of them as complex numbers. */
    static void load(float[] samples, int from, double[] window, double[] toRe, double[] toIm) {
        for (int t = 0; t < toRe.length; t += LANES) {
            int x = 2 * t;
            DoubleVector low = ((DoubleVector) FloatVector.fromArray(DoubleLanes.FLOATS, samples, from + x)
                            .convertShape(VectorOperators.F2D, SPECIES, 0))
                    .mul(DoubleVector.fromArray(SPECIES, window, x));
            x += LANES;
            DoubleVector high = ((DoubleVector) FloatVector.fromArray(DoubleLanes.FLOATS, samples, from + x)
                            .convertShape(VectorOperators.F2D, SPECIES, 0))
                    .mul(DoubleVector.fromArray(SPECIES, window, x));
            low.rearrange(EVEN).blend(high.rearrange(EVEN), SECOND_PAIRS).intoArray(toRe, t);
            low.rearrange(ODD).blend(high.rearrange(ODD), SECOND_PAIRS).intoArray(toIm, t);
        }
    }

    /** Puts the four quarters' values in turn. */
    static void byOne(double[] from, double[] to) {
        int quarter = from.length / 4;
        for (int t = 0; t < quarter; t += LANES) {
            DoubleVector a = DoubleVector.fromArray(SPECIES, from, t);
            DoubleVector b = DoubleVector.fromArray(SPECIES, from, t + quarter);
            DoubleVector c = DoubleVector.fromArray(SPECIES, from, t + 2 * quarter);
            DoubleVector d = DoubleVector.fromArray(SPECIES, from, t + 3 * quarter);
            DoubleVector ac = a.rearrange(LOWER_ONE).blend(c.rearrange(LOWER_ONE), SECOND_ONE);
            DoubleVector bd = b.rearrange(LOWER_ONE).blend(d.rearrange(LOWER_ONE), SECOND_ONE);
            ac.rearrange(LOWER_ONE).blend(bd.rearrange(LOWER_ONE), SECOND_ONE).intoArray(to, 4 * t);
            ac.rearrange(UPPER_ONE).blend(bd.rearrange(UPPER_ONE), SECOND_ONE).intoArray(to, 4 * t + LANES);
            ac = a.rearrange(UPPER_ONE).blend(c.rearrange(UPPER_ONE), SECOND_ONE);
            bd = b.rearrange(UPPER_ONE).blend(d.rearrange(UPPER_ONE), SECOND_ONE);
            ac.rearrange(LOWER_ONE).blend(bd.rearrange(LOWER_ONE), SECOND_ONE).intoArray(to, 4 * t + 2 * LANES);
            ac.rearrange(UPPER_ONE).blend(bd.rearrange(UPPER_ONE), SECOND_ONE).intoArray(to, 4 * t + 3 * LANES);
        }
    }

    /** Puts fours of the four quarters' values in turn. */
    static void byFour(double[] from, double[] to) {
        int quarter = from.length / 4;
        for (int t = 0; t < quarter; t += LANES) {
            DoubleVector a = DoubleVector.fromArray(SPECIES, from, t);
            DoubleVector b = DoubleVector.fromArray(SPECIES, from, t + quarter);
            DoubleVector c = DoubleVector.fromArray(SPECIES, from, t + 2 * quarter);
            DoubleVector d = DoubleVector.fromArray(SPECIES, from, t + 3 * quarter);
            DoubleVector ac = a.rearrange(LOWER_FOUR).blend(c.rearrange(LOWER_FOUR), SECOND_FOUR);
            DoubleVector bd = b.rearrange(LOWER_FOUR).blend(d.rearrange(LOWER_FOUR), SECOND_FOUR);
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
