package segue.audio.resample;

import segue.audio.simd.VectorFir;
import segue.audio.simd.VectorModule;

/** Sums of products of samples and a filter's taps: all of a resampler's work. */
public interface Fir {
    /** What four sums share: their taps, and how far apart their samples and their results are. */
    int TOGETHER = 4;

    /** The sum of {@code samples[at + k] * taps[row + k]} over {@code count} values, a multiple of 16. */
    float sum(float[] samples, int at, float[] taps, int row, int count);

    /** Four such sums with the same taps: at {@code at + i * step}, the result to {@code into[to + i * stride]}. */
    void sums(float[] samples, int at, int step, float[] taps, int row, int count, float[] into, int to, int stride);

    /** With the Vector API where this JVM has it. */
    static Fir quickest() {
        return VectorModule.present() ? new VectorFir() : new ScalarFir();
    }
}
