package segue.dtw;

import segue.matrix.FloatMatrix;

/** A sequence to be found, ready for the kernel. */
final class Candidate {
    final int number;
    final FloatMatrix frames;
    /** As rows; as columns where the query may lie anywhere within it. */
    final float[] values;

    Candidate(int number, FloatMatrix frames, DtwOptions options, WarpKernel kernel) {
        this.number = number;
        this.frames = frames;
        this.values = options.subsequence() ? kernel.columns(frames) : kernel.rows(frames);
    }
}
