package segue.kernel.wire;

/**
 * How much one message from a peer may hold before its connection is closed.
 *
 * @param maxFrameBytes bytes of one frame
 * @param maxMessageBytes bytes of all frames of one message
 * @param maxFrames frames of one message
 */
record Limits(int maxFrameBytes, int maxMessageBytes, int maxFrames) {
    /** For channels that carry Jupyter messages: a cell with a large pasted literal, a widget with its buffers. */
    static final Limits CLIENT = new Limits(64 << 20, 128 << 20, 256);

    /** For channels on which a peer only subscribes or pings. */
    static final Limits TERSE = new Limits(64 << 10, 64 << 10, 16);
}
