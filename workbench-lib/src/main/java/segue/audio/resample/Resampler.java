package segue.audio.resample;

import java.util.Arrays;

/**
 * Changes the sample rate of a sound of any length, block by block. What comes out does not depend on how it was cut into
 * blocks; output sample {@code j} lies exactly where input sample {@code j * source / target} does.
 */
public final class Resampler {
    private static final int MAX_RATE_HZ = 100_000_000;
    private static final int MAX_RATIO = 10_000;

    private final SincFilter filter;
    private final Fir fir;
    private final int out;
    private final int in;
    private final int taps;
    /** From one output sample to the next: input samples, and the part of one in {@code 1 / out}. */
    private final int step;

    private final int phaseStep;

    /** What was written and is still needed, {@code taps / 2 - 1} zeros before its first sample. */
    private float[] held;

    private int heldCount;
    /** Where in {@link #held} the taps of the next output sample begin, and its place between two input samples. */
    private int at;

    private int phase;
    private long written;
    private long read;
    private boolean ended;

    private Resampler(int sourceHz, int targetHz, Fir fir) {
        this.filter = SincFilter.of(SincFilter.Ratio.of(sourceHz, targetHz));
        this.fir = fir;
        this.out = filter.ratio().out();
        this.in = filter.ratio().in();
        this.taps = filter.taps();
        this.step = in / out;
        this.phaseStep = in % out;
        this.held = new float[Math.max(1 << 14, 4 * taps)];
        this.heldCount = taps / 2 - 1;
    }

    /** @throws IllegalArgumentException if a rate is not in [1, 100,000,000] Hz, or one is over 10,000 times the other */
    public static Resampler of(int sourceHz, int targetHz) {
        return of(sourceHz, targetHz, Fir.quickest());
    }

    static Resampler of(int sourceHz, int targetHz, Fir fir) {
        requireRate(sourceHz);
        requireRate(targetHz);
        if (Math.max(sourceHz, targetHz) > (long) MAX_RATIO * Math.min(sourceHz, targetHz)) {
            throw new IllegalArgumentException(
                    "%,d Hz and %,d Hz are too far apart: at most 10,000 times".formatted(sourceHz, targetHz));
        }
        return new Resampler(sourceHz, targetHz, fir);
    }

    private static void requireRate(int rateHz) {
        if (rateHz < 1 || rateHz > MAX_RATE_HZ) {
            throw new IllegalArgumentException(
                    "the sample rate must be in [1, 100,000,000] Hz but was %,d".formatted(rateHz));
        }
    }

    /** All of a sound at another rate: {@code ceil(length * target / source)} samples. */
    public static float[] resample(float[] samples, int sourceHz, int targetHz) {
        Resampler resampler = of(sourceHz, targetHz);
        float[] result = new float[Math.toIntExact(Math.ceilDiv((long) samples.length * resampler.out, resampler.in))];
        int block = Math.max(1 << 14, Math.min(1 << 20, 8 * resampler.in));
        int done = 0;
        for (int from = 0; from < samples.length; from += block) {
            resampler.write(samples, from, Math.min(block, samples.length - from));
            done += resampler.read(result, done, result.length - done);
        }
        resampler.end();
        resampler.read(result, done, result.length - done);
        return result;
    }

    /** Takes in more samples; they are copied. */
    public void write(float[] samples, int offset, int length) {
        if (ended) {
            throw new IllegalStateException("the sound has ended");
        }
        makeRoom(length);
        System.arraycopy(samples, offset, held, heldCount, length);
        heldCount += length;
        written += length;
    }

    /**
     * Says that nothing more will be written: what follows is silence, and the last samples can be read.
     *
     * @return false if that was said before
     */
    public boolean end() {
        if (ended) {
            return false;
        }
        makeRoom(taps);
        Arrays.fill(held, heldCount, heldCount + taps, 0);
        heldCount += taps;
        ended = true;
        return true;
    }

    /** Samples that can be read now. */
    public int available() {
        // Output sample j is there once its last tap is: (phase + j * in) / out samples further on.
        long ahead = (long) heldCount - taps - at;
        long ready = ahead < 0 ? 0 : ((ahead + 1) * out - 1 - phase) / in + 1;
        long total = ended ? Math.ceilDiv(written * out, in) - read : Long.MAX_VALUE;
        return (int) Math.min(Math.min(ready, total), Integer.MAX_VALUE);
    }

    /** Puts up to {@code length} samples into {@code into}. Returns how many: fewer where no more are available. */
    public int read(float[] into, int offset, int length) {
        int count = Math.min(length, available());
        int done = 0;
        if (filter.isExact()) {
            int group = Fir.TOGETHER * out;
            for (; done + group <= count; done += group) {
                readGroup(into, offset + done);
            }
        }
        for (; done < count; done++) {
            into[offset + done] = next();
            advance();
        }
        read += count;
        return count;
    }

    /** Output samples {@code out} apart have the same taps, {@code in} input samples apart. */
    private void readGroup(float[] into, int to) {
        for (int i = 0; i < out; i++) {
            fir.sums(held, at, in, filter.rows(), phase * taps, taps, into, to + i, out);
            advance();
        }
        at += (Fir.TOGETHER - 1) * in;
    }

    private void advance() {
        at += step;
        phase += phaseStep;
        if (phase >= out) {
            phase -= out;
            at++;
        }
    }

    private float next() {
        if (filter.isExact()) {
            return fir.sum(held, at, filter.rows(), phase * taps, taps);
        }
        double place = (double) phase * filter.phases() / out;
        int row = (int) place;
        float before = fir.sum(held, at, filter.rows(), row * taps, taps);
        float after = fir.sum(held, at, filter.rows(), (row + 1) * taps, taps);
        return (float) (before + (place - row) * (after - before));
    }

    private void makeRoom(int length) {
        if (heldCount + length <= held.length) {
            return;
        }
        int from = Math.min(at, heldCount);
        int kept = heldCount - from;
        float[] target = kept + length <= held.length / 2 ? held : new float[2 * (kept + length)];
        System.arraycopy(held, from, target, 0, kept);
        held = target;
        heldCount = kept;
        at -= from;
    }
}
