package segue.audio.spectrum;

import segue.audio.simd.BlockMath;
import segue.matrix.FloatMatrix;

/**
 * How far peaks stand out from valleys in seven bands, in dB: below 200 Hz, and in each octave above. A peak is the mean
 * of the largest 2 % of a band's magnitudes, a valley that of the smallest; both are lifted to at most 80 dB below the
 * largest of the recording. librosa's {@code spectral_contrast}; Jiang and others (2002).
 */
public final class SpectralContrast {
    private static final double LOWEST_HZ = 200;
    private static final int OCTAVES = 6;
    public static final int BANDS = OCTAVES + 1;
    private static final double SHARE = 0.02;

    private final int[] from = new int[BANDS];
    private final int[] to = new int[BANDS];
    private final int[] few = new int[BANDS];
    private final BlockMath math = BlockMath.fastest();
    private final int[] rest;
    private final float[] means = new float[BlockMath.WIDTH];

    /** @throws IllegalArgumentException if the highest octave begins above half the sample rate or a band has no bin */
    public SpectralContrast(int sampleRateHz, int fftSize) {
        this.rest = new int[(fftSize / 2 + 1) * BlockMath.WIDTH];
        double binHz = (double) sampleRateHz / fftSize;
        int bins = fftSize / 2 + 1;
        if (LOWEST_HZ * (1 << OCTAVES - 1) >= sampleRateHz / 2.0 || binHz > LOWEST_HZ / 2) {
            throw new IllegalArgumentException(
                    "spectral contrast needs a sample rate above 12,800 Hz and bins of at most 100 Hz, but the rate is %d and a bin has %.0f Hz"
                            .formatted(sampleRateHz, binHz));
        }
        for (int band = 0; band < BANDS; band++) {
            double low = band == 0 ? 0 : LOWEST_HZ * (1 << band - 1);
            double high = LOWEST_HZ * (1 << band);
            int first = (int) Math.ceil(low / binHz);
            int past = band == OCTAVES ? bins : Math.min(bins, (int) Math.floor(high / binHz) + 1);
            // As librosa has it: a band takes the bin below it too, and leaves its last one to the next.
            from[band] = band == 0 ? first : first - 1;
            few[band] = (int) Math.max(1, Math.rint(SHARE * (past - from[band])));
            to[band] = band == OCTAVES ? past : past - 1;
        }
    }

    /** Contrasts by frame, in dB, shape {@code (frames, 7)}. */
    public static FloatMatrix of(Spectrogram spectrogram) {
        SpectralContrast contrast = new SpectralContrast(
                spectrogram.sampleRateHz(), spectrogram.options().fftSize());
        SpectralShape shape = new SpectralShape(
                spectrogram.sampleRateHz(), spectrogram.options().fftSize());
        int bins = spectrogram.bins();
        int frames = spectrogram.frames();
        float[] block = new float[bins * BlockMath.WIDTH];
        float[] peaks = new float[frames * BANDS];
        float[] valleys = new float[frames * BANDS];
        for (int f = 0; f < frames; f += BlockMath.WIDTH) {
            int count = spectrogram.block(f, block);
            shape.look(block);
            contrast.look(shape.magnitudes(), peaks, valleys, f * BANDS, count);
        }
        return contrast.between(peaks, valleys, frames, SpectrumMath.create());
    }

    /** Writes the peaks and valleys of {@code count} spectra of a block, seven each, from {@code at} on. */
    public void look(float[] magnitudes, float[] peaks, float[] valleys, int at, int count) {
        for (int band = 0; band < BANDS; band++) {
            math.meansOfLargest(magnitudes, from[band], to[band], few[band], 1, rest, means);
            write(peaks, at + band, count);
            math.meansOfLargest(magnitudes, from[band], to[band], few[band], -1, rest, means);
            write(valleys, at + band, count);
        }
    }

    private void write(float[] out, int at, int count) {
        for (int f = 0; f < count; f++) {
            out[at + f * BANDS] = means[f];
        }
    }

    /** The contrasts of all frames; peaks and valleys become levels in place. */
    public FloatMatrix between(float[] peaks, float[] valleys, int frames, SpectrumMath math) {
        int values = frames * BANDS;
        math.decibels(peaks, 0, values, peaks, 0);
        math.decibels(valleys, 0, values, valleys, 0);
        Decibels.limit(peaks, values, Decibels.DYNAMIC_RANGE);
        Decibels.limit(valleys, values, Decibels.DYNAMIC_RANGE);
        float[] out = new float[values];
        for (int i = 0; i < values; i++) {
            out[i] = peaks[i] - valleys[i];
        }
        return FloatMatrix.wrap(frames, BANDS, out);
    }
}
