package segue.audio.spectrum;

import segue.audio.simd.VectorMath;
import segue.audio.simd.VectorModule;

/**
 * What features sum over samples and spectra. Variants differ in rounding only. An instance holds scratch arrays: one for
 * each thread.
 */
public interface SpectrumMath {
    /** The least power that has a level of its own: -100 dB. */
    float LEAST_POWER = 1e-10f;
    /** What is nearer to zero counts as zero when signs are compared. */
    float LEAST_SAMPLE = 1e-10f;

    /** On vectors where the machine has them. */
    static SpectrumMath create() {
        return VectorModule.present() ? new VectorMath() : new ScalarMath();
    }

    /** Of the values from {@code from} until before {@code to}. */
    double sumOfSquares(float[] values, int from, int to);

    /** How often a sample in the range differs in sign from the one before it, also in the range; zero is positive. */
    int signChanges(float[] samples, int from, int to);

    /** Square roots of {@code count} values from {@code from} on, into {@code out} from 0 on. */
    void squareRoots(float[] values, int from, int count, float[] out);

    /** {@code 10 log10(max(LEAST_POWER, power))} of {@code count} values; {@code out} may be the same array. */
    void decibels(float[] power, int from, int count, float[] out, int to);

    /**
     * The first {@code count} values as weights of their indices.
     *
     * @param moments receives the sum of the weights, the mean index and the variance of the index; 0 where all weights are
     */
    void moments(float[] weights, int count, double[] moments);

    /** The first index up to which the values, none of them negative, add up to {@code goal}; else the last. */
    int indexOfSum(float[] values, int count, double goal);

    /** Geometric mean over arithmetic mean of {@code count} powers, each at least {@link #LEAST_POWER}. */
    double flatness(float[] power, int from, int count);

    /** The mean of the {@code k} largest of the values, none negative, from {@code from} until before {@code to}. */
    double meanOfLargest(float[] values, int from, int to, int k);

    /** As {@link #meanOfLargest}. */
    double meanOfSmallest(float[] values, int from, int to, int k);

    /**
     * Sums of weighted values: {@code out[to + r]} is that of row {@code r} of weights with the values that begin at {@code
     * from + starts[r]}.
     *
     * @param starts where the values of each row begin
     * @param offsets where the weights of each row begin, and at last where they end
     */
    void weightedSums(float[] values, int from, float[] weights, int[] starts, int[] offsets, float[] out, int to);
}
