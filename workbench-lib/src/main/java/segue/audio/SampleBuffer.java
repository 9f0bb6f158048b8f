package segue.audio;

import java.util.Arrays;

/** The samples of a stream that frames still to be measured reach back to. */
final class SampleBuffer {
    private static final int SIZE = FrameMeter.STFT.fftSize();
    private static final int HOP = FrameMeter.STFT.hopLength();

    private float[] samples = new float[1 << 16];
    private long start;
    private int count;

    /** Appends samples and measures the frames that are whole. */
    void add(float[] next, FrameMeter meter) {
        if (count + next.length > samples.length) {
            drop(meter);
        }
        if (count + next.length > samples.length) {
            samples = Arrays.copyOf(samples, 2 * (count + next.length));
        }
        System.arraycopy(next, 0, samples, count, next.length);
        count += next.length;
        long whole = (start + count - SIZE / 2) / HOP + 1;
        if (whole > meter.frames()) {
            meter.measure(samples, start, count, Math.toIntExact(whole));
        }
    }

    private void drop(FrameMeter meter) {
        long needed = Math.max(start, (long) meter.frames() * HOP - SIZE / 2);
        int dropped = (int) (needed - start);
        System.arraycopy(samples, dropped, samples, 0, count - dropped);
        start = needed;
        count -= dropped;
    }

    FrameFeatures finish(FrameMeter meter) {
        long length = start + count;
        meter.measure(samples, start, count, Math.toIntExact(1 + length / HOP));
        return meter.finish(length);
    }
}
