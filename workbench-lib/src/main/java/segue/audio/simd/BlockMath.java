package segue.audio.simd;

/**
 * What features sum over sixteen spectra at a time. In a block they stand side by side: {@code block[b * 16 + f]} is bin
 * {@code b} of spectrum {@code f}. Every spectrum has a lane of its own, so that none of its sums crosses lanes: vectors of any
 * width, and plain Java, give the same bits.
 *
 * <p>What is told of each spectrum is written to the first sixteen values of an array.
 */
public sealed interface BlockMath permits ScalarBlockMath, SimdBlockMath {
    /** Spectra in a block. */
    int WIDTH = 16;
    /** Filters that {@link #products} takes. */
    int FILTERS = 12;
    /** Bins that are added up, or whose mantissas below 2 are multiplied, before the next are: so sums stay exact. */
    int PIECE = 64;

    /** In vectors if this JVM has them. */
    static BlockMath fastest() {
        return VectorModule.present() ? new SimdBlockMath() : new ScalarBlockMath();
    }

    /**
     * Square roots of a block of powers, and what is summed over each spectrum of them.
     *
     * @param magnitudes written, a block
     * @param sums of the magnitudes, written
     * @param moments written: sums of the magnitudes, each times the number of its bin
     * @param running written: sums again, added one bin after the other as {@link #sumsBelow} does
     */
    void magnitudes(float[] power, int bins, float[] magnitudes, float[] sums, float[] moments, float[] running);

    /**
     * Products of powers, each at least {@code least}, which must be a normal number: {@code mantissa * 2^exponent}.
     *
     * @param sums of the powers, each at least {@code least}, written
     * @param mantissas in [1, 2), written
     * @param exponents written
     */
    void products(float[] power, int bins, float least, float[] sums, float[] mantissas, int[] exponents);

    /**
     * @param means a bin of each spectrum
     * @param squares written: sums of the magnitudes, each times the square of its distance from the mean bin
     */
    void spread(float[] magnitudes, int bins, float[] means, float[] squares);

    /** How many of the running sums of a spectrum are below its goal, into {@code counts}. */
    void sumsBelow(float[] magnitudes, int bins, float[] goals, float[] counts);

    /**
     * Means of the {@code k} largest values of each spectrum among the bins {@code [from, to)}; none is negative.
     *
     * @param sign 1, or -1 for the smallest
     * @param rest as long as the block, overwritten
     * @param means written
     */
    void meansOfLargest(float[] block, int from, int to, int k, int sign, int[] rest, float[] means);

    /**
     * Weighted sums over a few bins: {@code out[row * 16 + f]} is that of the weights from {@code offsets[row]} to {@code
     * offsets[row + 1]} with the bins of spectrum {@code f} from {@code starts[row]} on.
     */
    void weightedSums(float[] block, float[] weights, int[] starts, int[] offsets, float[] out);

    /**
     * Weighted sums over all bins: {@code out[c * 16 + f]} for twelve filters.
     *
     * @param filters shape {@code (bins, 12)}
     */
    void products(float[] block, int bins, float[] filters, float[] out);

    /** The largest value of each spectrum, and at least 0. */
    void largest(float[] block, int bins, float[] largest);

    /**
     * Where in the block a value of the bins {@code [from, to)} is above its spectrum's threshold and above the bin before
     * it, and not below the one after it; ascending.
     *
     * @param found written, as long as {@code (to - from) * 16}
     * @return how many there are
     */
    int peaks(float[] block, int from, int to, float[] thresholds, int[] found);

    /** The first {@code count} spectra, one after the other, into {@code rows} from {@code to} on. */
    static void rows(float[] block, int columns, int count, float[] rows, int to) {
        for (int row = 0; row < count; row++) {
            int at = to + row * columns;
            for (int column = 0; column < columns; column++) {
                rows[at + column] = block[column * WIDTH + row];
            }
        }
    }

    /** Puts {@code count} spectra side by side, and silence where there are fewer than sixteen. */
    static void block(float[] rows, int from, int columns, int count, float[] block) {
        for (int column = 0; column < columns; column++) {
            int to = column * WIDTH;
            int at = from + column;
            for (int row = 0; row < count; row++, at += columns) {
                block[to + row] = rows[at];
            }
            for (int row = count; row < WIDTH; row++) {
                block[to + row] = 0;
            }
        }
    }
}
