package segue.audio;

/** Takes the frames of a recording in their order, while parts of it are at hand. */
interface FrameSink {
    /** Frames taken so far. */
    int frames();

    /**
     * Takes the frames that were not taken yet, up to one before {@code to}.
     *
     * @param samples a part of the recording that holds all the samples of these frames
     * @param start where {@code samples} begins in the recording
     * @param length how many of {@code samples} are valid; beyond them, and before the recording, there is silence
     */
    void take(float[] samples, long start, int length, int to);
}
