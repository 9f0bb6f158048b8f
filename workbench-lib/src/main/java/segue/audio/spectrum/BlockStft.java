package segue.audio.spectrum;

import java.util.Arrays;
import segue.audio.simd.BlockFft;
import segue.audio.simd.BlockMath;
import segue.audio.simd.VectorModule;

/**
 * The power of sixteen frames at a time, side by side as {@link BlockMath} takes them: frames are added one by one, then
 * transformed together. In double precision, rounded to single at the end. An instance serves one thread.
 */
public final class BlockStft {
    private static final int WIDTH = BlockMath.WIDTH;

    private final StftOptions options;
    private final BlockFft blocks;
    private final Stft single;
    private final float[] samples;
    private int count;

    public BlockStft(StftOptions options) {
        this.options = options;
        boolean side = VectorModule.present() && BlockFft.fits(options.fftSize(), options.hopLength());
        this.blocks = side ? new BlockFft(options.fftSize(), options.hopLength(), options.window()) : null;
        this.single = side ? null : new Stft(options);
        this.samples = new float[side ? (WIDTH - 1) * options.hopLength() + options.fftSize() : WIDTH * options.bins()];
    }

    /** How many frames were added since the last {@link #power}: at most sixteen. */
    public int count() {
        return count;
    }

    public boolean isFull() {
        return count == WIDTH;
    }

    /**
     * Adds the frame after the one that was added before.
     *
     * @param part of the recording that holds all the samples of this frame
     * @param start where {@code part} begins in the recording
     * @param length how many of its samples are valid; beyond them, and before the recording, there is silence
     */
    public void add(float[] part, long start, int length, int frame) {
        if (blocks == null) {
            single.power(part, start, length, frame, frame + 1, samples, count * options.bins());
        } else {
            // All but the last hop came with the frame before.
            int known = count == 0 ? 0 : options.fftSize() - options.hopLength();
            int size = options.fftSize() - known;
            int to = count * options.hopLength() + known;
            long centre = options.centred() ? options.fftSize() / 2 : 0;
            int first = (int) ((long) frame * options.hopLength() - centre - start) + known;
            int from = Math.clamp(first, 0, length);
            int end = Math.clamp(first + size, from, length);
            int before = Math.clamp(from - first, 0, size);
            Arrays.fill(samples, to, to + before, 0);
            System.arraycopy(part, from, samples, to + before, end - from);
            Arrays.fill(samples, to + before + end - from, to + size, 0);
        }
        count++;
    }

    /**
     * Transforms what was added, which is dropped.
     *
     * @param power receives a block of {@code fftSize / 2 + 1} bins; 0 where there is no frame
     * @return how many frames there are
     */
    public int power(float[] power) {
        int frames = count;
        count = 0;
        if (blocks == null) {
            BlockMath.block(samples, 0, options.bins(), frames, power);
            return frames;
        }
        blocks.power(samples, power);
        for (int at = 0; frames < WIDTH && at < power.length; at += WIDTH) {
            Arrays.fill(power, at + frames, at + WIDTH, 0);
        }
        return frames;
    }
}
