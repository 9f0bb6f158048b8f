package segue.audio.music;

import java.util.Arrays;
import segue.audio.spectrum.StftOptions;
import segue.matrix.FloatMatrix;

/** Gathers the onset strength of a recording that is given block by block; keeps four bytes a frame. */
public final class OnsetGathering {
    private final int sampleRateHz;
    private final StftOptions options;
    private float[] previous;
    private float[] rises = new float[1 << 10];
    private int frames;

    public OnsetGathering(int sampleRateHz, StftOptions options) {
        this.sampleRateHz = sampleRateHz;
        this.options = options;
    }

    /**
     * Takes the next frames.
     *
     * @param melDecibels shape {@code (frames, bands)}, cut at the bottom as the whole recording is
     * @throws IllegalArgumentException if the bands are not as many as before
     */
    public void add(FloatMatrix melDecibels) {
        int bands = melDecibels.columns();
        if (previous != null && previous.length != bands) {
            throw new IllegalArgumentException(
                    "every block needs %d mel bands but this one has %d".formatted(previous.length, bands));
        }
        if (melDecibels.rows() == 0) {
            return;
        }
        if (frames + melDecibels.rows() > rises.length) {
            rises = Arrays.copyOf(rises, Math.max(2 * rises.length, frames + melDecibels.rows()));
        }
        float[] values = melDecibels.values();
        rises[frames++] = previous == null ? 0 : rise(previous, 0, values, 0, bands);
        for (int f = 1; f < melDecibels.rows(); f++) {
            rises[frames++] = rise(values, (f - 1) * bands, values, f * bands, bands);
        }
        previous = melDecibels.row(melDecibels.rows() - 1);
    }

    /** The mean of what rises; in four sums, of which none waits for another, and each of twice the rises. */
    private static float rise(float[] before, int beforeAt, float[] after, int afterAt, int bands) {
        float first = 0;
        float second = 0;
        float third = 0;
        float fourth = 0;
        int b = 0;
        for (; b + 4 <= bands; b += 4) {
            first += twiceIfPositive(after[afterAt + b] - before[beforeAt + b]);
            second += twiceIfPositive(after[afterAt + b + 1] - before[beforeAt + b + 1]);
            third += twiceIfPositive(after[afterAt + b + 2] - before[beforeAt + b + 2]);
            fourth += twiceIfPositive(after[afterAt + b + 3] - before[beforeAt + b + 3]);
        }
        for (; b < bands; b++) {
            first += twiceIfPositive(after[afterAt + b] - before[beforeAt + b]);
        }
        return bands == 0 ? 0 : (first + second + (third + fourth)) / 2 / bands;
    }

    /** Without a branch, and faster than the larger of it and 0. */
    private static float twiceIfPositive(float rise) {
        return rise + Math.abs(rise);
    }

    /** The onset strength of all that was added. */
    public OnsetStrength strength() {
        float[] values = new float[frames];
        int shift = options.fftSize() / (2 * options.hopLength());
        if (frames > shift) {
            System.arraycopy(rises, 0, values, shift, frames - shift);
        }
        return new OnsetStrength(values, sampleRateHz, options.hopLength());
    }
}
