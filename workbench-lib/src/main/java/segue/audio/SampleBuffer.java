package segue.audio;

/** The samples of a stream that frames still to be taken reach back to. */
final class SampleBuffer {
    private static final int SIZE = FrameMeter.STFT.fftSize();
    private static final int HOP = FrameMeter.STFT.hopLength();
    private static final int READ = 1 << 14;

    private final float[] samples = new float[READ + 2 * SIZE];
    private final Source stream;
    private long start;
    private int count;

    SampleBuffer(Source stream) {
        this.stream = stream;
    }

    /** Hands all frames of the stream on; how many samples it had. */
    long drain(FrameSink sink, Listening listening) {
        for (int read = stream.read(samples, 0, READ); read > 0; read = stream.read(samples, count, READ)) {
            listening.hear(samples, count, count + read);
            count += read;
            long whole = Math.floorDiv(start + count - SIZE / 2, (long) HOP) + 1;
            if (whole > sink.frames()) {
                sink.take(samples, start, count, Math.toIntExact(whole));
            }
            drop(sink);
        }
        long length = start + count;
        sink.take(samples, start, count, Math.toIntExact(1 + length / HOP));
        return length;
    }

    private void drop(FrameSink sink) {
        long needed = Math.max(start, (long) sink.frames() * HOP - SIZE / 2);
        int dropped = (int) (needed - start);
        System.arraycopy(samples, dropped, samples, 0, count - dropped);
        start = needed;
        count -= dropped;
    }

    /** Where samples come from. */
    @FunctionalInterface
    interface Source {
        /** Reads up to {@code length} samples; how many, 0 only at the end. */
        int read(float[] into, int offset, int length);
    }

    /** Hears every sample once. */
    @FunctionalInterface
    interface Listening {
        void hear(float[] samples, int from, int to);
    }
}
