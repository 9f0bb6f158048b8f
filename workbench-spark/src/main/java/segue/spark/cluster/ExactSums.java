package segue.spark.cluster;

import java.io.Serializable;
import java.math.BigInteger;

/**
 * Sums that are exact, and therefore the same in whatever order and by however many tasks they are added up: fixed-point
 * numbers of {@value #BITS} bits. They take floats, and products of two floats as doubles, which have no rounding either.
 *
 * <p>A sum takes {@code 8 * BITS / 32} bytes. U. Kulisch, Computer arithmetic and validity, 2013, chapter 8.
 */
final class ExactSums implements Serializable {
    private static final long serialVersionUID = 1;

    static final int BITS = 704;
    static final int BYTES = 8 * BITS / 32;

    /** Bits of a limb that are its own; the others wait to be carried. */
    private static final int LIMB = 32;

    private static final int LIMBS = BITS / LIMB;
    /** The weight of the lowest bit, as a power of 2: below the smallest product of two floats. */
    private static final int LOWEST = -352;

    private static final int CARRY_AFTER = 1 << 29;
    private static final long LOW = 0xffff_ffffL;

    private final long[] limbs;
    private int added;

    ExactSums(int count) {
        limbs = new long[Math.multiplyExact(count, LIMBS)];
    }

    /** @param value a float, or the product of two */
    void add(int sum, double value) {
        if (value == 0) {
            return;
        }
        long bits = Double.doubleToRawLongBits(value);
        long mantissa = (bits & ((1L << 52) - 1)) | 1L << 52;
        int position = Math.getExponent(value) - 52 - LOWEST;
        int at = sum * LIMBS + position / LIMB;
        int shift = position % LIMB;
        long sign = bits < 0 ? -1 : 1;
        limbs[at] += sign * ((mantissa << shift) & LOW);
        limbs[at + 1] += sign * ((mantissa >>> (LIMB - shift)) & LOW);
        limbs[at + 2] += shift == 0 ? 0 : sign * (mantissa >>> (2 * LIMB - shift));
        if (++added == CARRY_AFTER) {
            carry();
        }
    }

    /** Takes in the sums of others. */
    ExactSums add(ExactSums others) {
        carry();
        others.carry();
        for (int i = 0; i < limbs.length; i++) {
            limbs[i] += others.limbs[i];
        }
        carry();
        return this;
    }

    private void carry() {
        for (int i = 0; i < limbs.length; i++) {
            if (i % LIMBS < LIMBS - 1) {
                limbs[i + 1] += limbs[i] >> LIMB;
                limbs[i] &= LOW;
            }
        }
        added = 0;
    }

    /** The sum, rounded once. */
    double sum(int sum) {
        return rounded(fixed(sum), LOWEST);
    }

    /** {@code (count * squares - sum * sum) / count^2}: the variance of a column, of exact sums, rounded once or twice. */
    static double variance(long count, ExactSums sums, ExactSums squares, int sum) {
        BigInteger n = BigInteger.valueOf(count);
        BigInteger of = sums.fixed(sum);
        BigInteger scaled = n.multiply(squares.fixed(sum)).shiftLeft(-LOWEST).subtract(of.multiply(of));
        return rounded(scaled, 2 * LOWEST) / count / count;
    }

    private BigInteger fixed(int sum) {
        carry();
        BigInteger fixed = BigInteger.ZERO;
        for (int limb = LIMBS - 1; limb >= 0; limb--) {
            fixed = fixed.shiftLeft(LIMB).add(BigInteger.valueOf(limbs[sum * LIMBS + limb]));
        }
        return fixed;
    }

    private static double rounded(BigInteger fixed, int lowest) {
        int drop = Math.max(0, fixed.bitLength() - 1000);
        return Math.scalb(fixed.shiftRight(drop).doubleValue(), lowest + drop);
    }
}
