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

    /** {@code 10 log10(max(LEAST_POWER, power))} of {@code count} values; {@code out} may be the same array. */
    void decibels(float[] power, int from, int count, float[] out, int to);

    /**
     * Sums of weighted values: {@code out[to + r]} is that of row {@code r} of weights with the values that begin at {@code
     * from + starts[r]}.
     *
     * @param starts where the values of each row begin
     * @param offsets where the weights of each row begin, and at last where they end
     */
    void weightedSums(float[] values, int from, float[] weights, int[] starts, int[] offsets, float[] out, int to);
}
