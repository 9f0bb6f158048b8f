package segue.audio.simd;

/** What is asked of samples in one pass over them: their energy and their peak. In vectors where the Vector API is on. */
public sealed interface SampleScan permits ScalarSampleScan, SimdSampleScan {
    /** In vectors if this JVM has them. */
    static SampleScan fastest() {
        return VectorModule.present() ? new SimdSampleScan() : new ScalarSampleScan();
    }

    /** The sum of the squares of the samples in {@code [from, to)}, within 1e-5 of the true one. */
    double energy(float[] samples, int from, int to);

    /** The largest absolute value of the samples in {@code [from, to)}; 0 of none. */
    float peak(float[] samples, int from, int to);
}
