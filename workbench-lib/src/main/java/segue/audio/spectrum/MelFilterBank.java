package segue.audio.spectrum;

import segue.audio.simd.BlockMath;
import segue.matrix.FloatMatrix;

/**
 * Overlapping triangles that sum a power spectrum up to bands of equal width in pitch, as librosa's {@code filters.mel}. A
 * triangle begins at the peak of the one before and ends at the peak of the next, so only about two weights a bin are not
 * zero, and only these are kept.
 */
public final class MelFilterBank {
    private static final BlockMath MATH = BlockMath.fastest();

    private final int sampleRateHz;
    private final int bins;
    private final int bands;
    private final int[] starts;
    private final int[] offsets;
    private final float[] weights;

    private MelFilterBank(int sampleRateHz, int fftSize, MelOptions options) {
        this.sampleRateHz = sampleRateHz;
        this.bins = fftSize / 2 + 1;
        this.bands = options.bands();
        double[] edges = edges(sampleRateHz, options);
        double binHz = (double) sampleRateHz / fftSize;
        this.starts = new int[bands];
        this.offsets = new int[bands + 1];
        for (int band = 0; band < bands; band++) {
            int first = (int) Math.clamp(Math.ceil(edges[band] / binHz), 0, bins);
            int past = (int) Math.clamp(Math.floor(edges[band + 2] / binHz) + 1, first, bins);
            starts[band] = first;
            offsets[band + 1] = offsets[band] + past - first;
        }
        this.weights = new float[offsets[bands]];
        for (int band = 0; band < bands; band++) {
            double height = options.normed() ? 2 / (edges[band + 2] - edges[band]) : 1;
            for (int i = offsets[band]; i < offsets[band + 1]; i++) {
                double hz = (starts[band] + i - offsets[band]) * binHz;
                double rising = (hz - edges[band]) / (edges[band + 1] - edges[band]);
                double falling = (edges[band + 2] - hz) / (edges[band + 2] - edges[band + 1]);
                weights[i] = (float) (Math.max(0, Math.min(rising, falling)) * height);
            }
        }
    }

    private static double[] edges(int sampleRateHz, MelOptions options) {
        double high = Double.isInfinite(options.highHz()) ? sampleRateHz / 2.0 : options.highHz();
        if (high <= options.lowHz()) {
            throw new IllegalArgumentException(
                    "mel bands that begin at %s Hz need a sample rate above %s Hz but it is %d"
                            .formatted(options.lowHz(), 2 * options.lowHz(), sampleRateHz));
        }
        double from = options.scale().ofHz(options.lowHz());
        double to = options.scale().ofHz(high);
        double[] edges = new double[options.bands() + 2];
        for (int i = 0; i < edges.length; i++) {
            edges[i] = options.scale().toHz(from + (to - from) * i / (edges.length - 1));
        }
        return edges;
    }

    /** @param fftSize samples that the spectra are made of */
    public static MelFilterBank of(int sampleRateHz, int fftSize, MelOptions options) {
        return new MelFilterBank(sampleRateHz, fftSize, options);
    }

    public int bands() {
        return bands;
    }

    /** All weights with their zeros, shape {@code (bands, bins)}. */
    public FloatMatrix weights() {
        float[] all = new float[bands * bins];
        for (int band = 0; band < bands; band++) {
            int width = offsets[band + 1] - offsets[band];
            System.arraycopy(weights, offsets[band], all, band * bins + starts[band], width);
        }
        return FloatMatrix.wrap(bands, bins, all);
    }

    /**
     * The mel spectrogram, shape {@code (frames, bands)}: power in bands of pitch.
     *
     * @throws IllegalArgumentException if the spectrogram has another sample rate or another number of bins
     */
    public FloatMatrix apply(Spectrogram spectrogram) {
        if (spectrogram.sampleRateHz() != sampleRateHz || spectrogram.bins() != bins) {
            throw new IllegalArgumentException("the bank is for %d bins at %d Hz but the spectrogram has %d at %d Hz"
                    .formatted(bins, sampleRateHz, spectrogram.bins(), spectrogram.sampleRateHz()));
        }
        float[] block = new float[bins * BlockMath.WIDTH];
        float[] sums = new float[bands * BlockMath.WIDTH];
        float[] out = new float[spectrogram.frames() * bands];
        for (int f = 0; f < spectrogram.frames(); f += BlockMath.WIDTH) {
            int count = spectrogram.block(f, block);
            apply(block, count, sums, out, f * bands);
        }
        return FloatMatrix.wrap(spectrogram.frames(), bands, out);
    }

    /**
     * The bands of {@code count} spectra, one spectrum after the other.
     *
     * @param block power of spectra side by side, see {@link BlockMath}
     * @param sums scratch, {@code bands * 16} values
     * @param out receives {@code count * bands} values from {@code to} on
     */
    public void apply(float[] block, int count, float[] sums, float[] out, int to) {
        MATH.weightedSums(block, weights, starts, offsets, sums);
        BlockMath.rows(sums, bands, count, out, to);
    }
}
