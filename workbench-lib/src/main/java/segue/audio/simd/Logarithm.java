package segue.audio.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/** Logarithms of positive normal numbers. */
final class Logarithm {
    private static final int ROOT_OF_HALF = 0x3f3504f3;
    private static final double PER_NEPER = 10 / Math.log(10);
    private static final double PER_OCTAVE = 10 * Math.log10(2);
    private static final float OCTAVE_HIGH = (float) PER_OCTAVE;
    private static final float OCTAVE_LOW = (float) (PER_OCTAVE - OCTAVE_HIGH);

    private Logarithm() {}

    /**
     * {@code 10 log10(x)}: an octave is taken off by the exponent; what is left, m between the roots of 1/2 and 2, has
     * {@code ln m = 2 (s + s^3 / 3 + s^5 / 5 + ...)} with {@code s = (m - 1) / (m + 1)}, at most 0.172; what follows the
     * ninth power is below 1e-9.
     */
    static FloatVector decibels(FloatVector x) {
        IntVector bits = x.reinterpretAsInts();
        IntVector octaves = bits.sub(ROOT_OF_HALF).lanewise(VectorOperators.ASHR, 23);
        FloatVector m = bits.sub(octaves.lanewise(VectorOperators.LSHL, 23)).reinterpretAsFloats();
        FloatVector s = m.sub(1).div(m.add(1));
        FloatVector square = s.mul(s);
        FloatVector series = square.mul((float) (2 * PER_NEPER / 9))
                .add((float) (2 * PER_NEPER / 7))
                .mul(square)
                .add((float) (2 * PER_NEPER / 5))
                .mul(square)
                .add((float) (2 * PER_NEPER / 3))
                .mul(square)
                .add((float) (2 * PER_NEPER))
                .mul(s);
        FloatVector count = (FloatVector) octaves.convert(VectorOperators.I2F, 0);
        return count.mul(OCTAVE_LOW).add(series).add(count.mul(OCTAVE_HIGH));
    }
}
