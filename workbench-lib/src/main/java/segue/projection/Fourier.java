package segue.projection;

import java.util.ArrayList;
import java.util.List;

/**
 * A discrete Fourier transform of one length, of factors 2 and 3, as stages of butterflies that reorder as they go
 * (Stockham). The inverse is the same with real and imaginary parts exchanged, times the length.
 *
 * <p>W. T. Cochran et al., What is the fast Fourier transform?, 1967.
 */
public final class Fourier {
    /**
     * One stage: from {@code radix * groups} rows {@code stride} apart.
     *
     * @param radix 2, 3 or 4
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
            int radix = left % 4 == 0 ? 4 : left % 2 == 0 ? 2 : 3;
            if (left % radix != 0) {
                throw new IllegalArgumentException("a length must have no factors but 2 and 3, but was " + length);
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

    /** A length of at least {@code least}, a multiple of 4, that is quick to transform: few values and few stages. */
    static int goodLength(int least) {
        int first = Math.ceilDiv(Math.max(least, 4), 4) * 4;
        int best = 0;
        long fewest = Long.MAX_VALUE;
        for (int length = first; best == 0 || length <= first * 5L / 4; length += 4) {
            int stages = stages(length);
            // Reading and writing around a transform takes about as long as a stage.
            long work = (long) length * (stages + 1);
            if (stages > 0 && work < fewest) {
                best = length;
                fewest = work;
            }
        }
        return best;
    }

    /** How many stages a length takes; 0 where it has other factors. */
    private static int stages(int length) {
        int left = length;
        int stages = 0;
        for (int radix : new int[] {4, 2, 3}) {
            for (; left % radix == 0; left /= radix) {
                stages++;
            }
        }
        return left == 1 ? stages : 0;
    }
}
