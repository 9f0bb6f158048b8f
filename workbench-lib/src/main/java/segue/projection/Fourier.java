package segue.projection;

import java.util.ArrayList;
import java.util.List;

/**
 * A discrete Fourier transform of one length, of factors 2, 3 and 5, as stages of butterflies that reorder as they go
 * (Stockham). The inverse is the same with real and imaginary parts exchanged, times the length.
 *
 * <p>W. T. Cochran et al., What is the fast Fourier transform?, 1967.
 */
public final class Fourier {
    /**
     * One stage: from {@code radix * groups} rows {@code stride} apart.
     *
     * @param radix 2, 3, 4 or 5
     * @param groups butterflies with different twiddles
     * @param stride rows with the same twiddle
     * @param cos of the twiddles, {@code [group * (radix - 1) + j - 1]}
     * @param sin likewise, of the negative angle
     */
    public record Stage(int radix, int groups, int stride, float[] cos, float[] sin) {}

    private final int length;
    private final List<Stage> stages = new ArrayList<>();

    /** @throws IllegalArgumentException if the length has other factors */
    public Fourier(int length) {
        this.length = length;
        int left = length;
        int stride = 1;
        while (left > 1) {
            int radix = left % 4 == 0 ? 4 : left % 2 == 0 ? 2 : left % 3 == 0 ? 3 : 5;
            if (left % radix != 0) {
                throw new IllegalArgumentException("a length must have no factors but 2, 3 and 5, but was " + length);
            }
            stages.add(stage(radix, left / radix, stride));
            left /= radix;
            stride *= radix;
        }
    }

    private static Stage stage(int radix, int groups, int stride) {
        float[] cos = new float[groups * (radix - 1)];
        float[] sin = new float[cos.length];
        for (int group = 0; group < groups; group++) {
            for (int j = 1; j < radix; j++) {
                double angle = -2 * Math.PI * group * j / ((double) radix * groups);
                cos[group * (radix - 1) + j - 1] = (float) Math.cos(angle);
                sin[group * (radix - 1) + j - 1] = (float) Math.sin(angle);
            }
        }
        return new Stage(radix, groups, stride, cos, sin);
    }

    public int length() {
        return length;
    }

    public List<Stage> stages() {
        return stages;
    }

    /** The least length of at least {@code least} that is a multiple of 4 and quick to transform. */
    static int goodLength(int least) {
        int length = Math.ceilDiv(Math.max(least, 4), 4) * 4;
        while (!isGood(length)) {
            length += 4;
        }
        return length;
    }

    private static boolean isGood(int length) {
        int left = length;
        for (int factor : new int[] {2, 3, 5}) {
            while (left % factor == 0) {
                left /= factor;
            }
        }
        return left == 1;
    }
}
