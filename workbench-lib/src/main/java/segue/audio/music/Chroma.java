package segue.audio.music;

import segue.audio.simd.BlockMath;
import segue.audio.spectrum.Spectrogram;
import segue.matrix.FloatMatrix;

/**
 * How strong each of the twelve pitch classes is, whatever the octave: shape {@code (frames, 12)}, C first, each frame
 * divided by its largest value, so within 0 to 1; frames of silence stay 0. As {@code librosa.feature.chroma_stft} by
 * default.
 *
 * <p>D. Ellis, "Chroma feature analysis and synthesis", 2007.
 */
public final class Chroma {
    /** Pitch classes, from C to B. */
    public static final int CLASSES = ChromaFilters.CLASSES;

    private static final BlockMath MATH = BlockMath.fastest();

    private final float[] filters;
    private final int bins;
    private final float[] products = new float[CLASSES * BlockMath.WIDTH];

    /**
     * For one block of spectra after the other; serves one thread.
     *
     * @param tuning how far the instruments stand above A = 440 Hz, in semitones within -0.5 to 0.5
     */
    public Chroma(int sampleRateHz, int fftSize, double tuning) {
        if (!(Math.abs(tuning) <= 0.5)) {
            throw new IllegalArgumentException("tuning must be in [-0.5, 0.5] semitones but was " + tuning);
        }
        this.filters = ChromaFilters.of(sampleRateHz, fftSize, tuning);
        this.bins = fftSize / 2 + 1;
    }

    /** With the tuning that is found in the spectrogram itself. */
    public static FloatMatrix of(Spectrogram spectrogram) {
        return of(spectrogram, Tuning.of(spectrogram));
    }

    /**
     * With a given tuning, for the blocks of a long recording too.
     *
     * @param tuning how far the instruments stand above A = 440 Hz, in semitones within -0.5 to 0.5; 0 for concert pitch
     * @throws IllegalArgumentException if the tuning is beyond half a semitone
     */
    public static FloatMatrix of(Spectrogram spectrogram, double tuning) {
        Chroma chroma =
                new Chroma(spectrogram.sampleRateHz(), spectrogram.options().fftSize(), tuning);
        int frames = spectrogram.frames();
        float[] out = new float[frames * CLASSES];
        float[] block = new float[spectrogram.bins() * BlockMath.WIDTH];
        for (int f = 0; f < frames; f += BlockMath.WIDTH) {
            int count = spectrogram.block(f, block);
            chroma.look(block, count, out, f * CLASSES);
        }
        return FloatMatrix.wrap(frames, CLASSES, out);
    }

    /**
     * The classes of {@code count} spectra, twelve each, one spectrum after the other.
     *
     * @param block power of spectra side by side, see {@link BlockMath}
     * @param out receives {@code count * 12} values from {@code to} on
     */
    public void look(float[] block, int count, float[] out, int to) {
        MATH.products(block, bins, filters, products);
        BlockMath.rows(products, CLASSES, count, out, to);
        for (int f = 0; f < count; f++) {
            divideByLargest(out, to + f * CLASSES);
        }
    }

    private static void divideByLargest(float[] chroma, int from) {
        float largest = 0;
        for (int c = from; c < from + CLASSES; c++) {
            largest = Math.max(largest, chroma[c]);
        }
        if (largest < Float.MIN_NORMAL) {
            return;
        }
        for (int c = from; c < from + CLASSES; c++) {
            chroma[c] /= largest;
        }
    }
}
