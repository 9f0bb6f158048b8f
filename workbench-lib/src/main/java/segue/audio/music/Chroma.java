package segue.audio.music;

import segue.audio.simd.SpectrumScan;
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

    private static final SpectrumScan SCAN = SpectrumScan.fastest();

    private Chroma() {}

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
        if (!(Math.abs(tuning) <= 0.5)) {
            throw new IllegalArgumentException("tuning must be in [-0.5, 0.5] semitones but was " + tuning);
        }
        int frames = spectrogram.frames();
        float[] filters = ChromaFilters.of(
                spectrogram.sampleRateHz(), spectrogram.options().fftSize(), tuning);
        float[] chroma = new float[frames * CLASSES];
        SCAN.products(spectrogram.power().values(), frames, spectrogram.bins(), filters, CLASSES, chroma);
        for (int f = 0; f < frames; f++) {
            divideByLargest(chroma, f * CLASSES);
        }
        return FloatMatrix.wrap(frames, CLASSES, chroma);
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
