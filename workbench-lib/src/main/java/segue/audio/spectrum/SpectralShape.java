package segue.audio.spectrum;

import segue.audio.simd.BlockMath;

/**
 * What a spectrum looks like, one number a frame, with librosa's defaults. Centroid, bandwidth and roll-off weigh
 * frequencies by magnitude, flatness takes powers. The static methods measure whole spectrograms; an instance measures sixteen
 * spectra at a time and serves one thread.
 */
public final class SpectralShape {
    /** The share of all magnitude that lies below the roll-off. */
    public static final double ROLLOFF_SHARE = 0.85;

    private static final double LN_2 = Math.log(2);
    private static final int WIDTH = BlockMath.WIDTH;

    /** Writes a number for each of the first {@code count} spectra, from {@code to} on. */
    @FunctionalInterface
    private interface Feature {
        void write(SpectralShape shape, float[] out, int to, int count);
    }

    private final BlockMath math = BlockMath.fastest();
    private final double binHz;
    private final int bins;
    private final float[] magnitudes;
    private final float[] sums = new float[WIDTH];
    private final float[] running = new float[WIDTH];
    private final float[] goals = new float[WIDTH];
    private final float[] means = new float[WIDTH];
    private final float[] told = new float[WIDTH];
    private final float[] mantissas = new float[WIDTH];
    private final int[] exponents = new int[WIDTH];
    private float[] power;

    public SpectralShape(int sampleRateHz, int fftSize) {
        this.binHz = (double) sampleRateHz / fftSize;
        this.bins = fftSize / 2 + 1;
        this.magnitudes = new float[bins * WIDTH];
    }

    /** The mean frequency by magnitude, in Hz, by frame; 0 in silence. librosa's {@code spectral_centroid}. */
    public static float[] centroid(Spectrogram spectrogram) {
        return each(spectrogram, SpectralShape::centroids);
    }

    /** The standard deviation of frequency by magnitude, in Hz, by frame. librosa's {@code spectral_bandwidth}. */
    public static float[] bandwidth(Spectrogram spectrogram) {
        return each(spectrogram, SpectralShape::bandwidths);
    }

    /** The frequency up to which 85 % of all magnitude lies, in Hz, by frame. librosa's {@code spectral_rolloff}. */
    public static float[] rolloff(Spectrogram spectrogram) {
        return each(spectrogram, SpectralShape::rolloffs);
    }

    /** Geometric over arithmetic mean of power, 0 (a tone) to 1 (noise, silence). librosa's {@code spectral_flatness}. */
    public static float[] flatness(Spectrogram spectrogram) {
        return each(spectrogram, SpectralShape::flatnesses);
    }

    private static float[] each(Spectrogram spectrogram, Feature feature) {
        SpectralShape shape = new SpectralShape(
                spectrogram.sampleRateHz(), spectrogram.options().fftSize());
        float[] block = new float[spectrogram.bins() * WIDTH];
        float[] out = new float[spectrogram.frames()];
        for (int f = 0; f < out.length; f += WIDTH) {
            int count = spectrogram.block(f, block);
            shape.look(block);
            feature.write(shape, out, f, count);
        }
        return out;
    }

    /** Takes the power of sixteen spectra, a block of {@link BlockMath}; what is asked next is about it. */
    public void look(float[] power) {
        this.power = power;
        math.magnitudes(power, bins, magnitudes, sums, means, running);
        for (int f = 0; f < WIDTH; f++) {
            means[f] = sums[f] > 0 ? means[f] / sums[f] : 0;
        }
    }

    /** Square roots of the powers, overwritten by the next look. */
    public float[] magnitudes() {
        return magnitudes;
    }

    /** Those of the first {@code count} spectra, into {@code out} from {@code to} on; so all that follow. */
    public void centroids(float[] out, int to, int count) {
        for (int f = 0; f < count; f++) {
            out[to + f] = (float) (means[f] * binHz);
        }
    }

    public void bandwidths(float[] out, int to, int count) {
        math.spread(magnitudes, bins, means, told);
        for (int f = 0; f < count; f++) {
            out[to + f] = sums[f] > 0 ? (float) (Math.sqrt((double) told[f] / sums[f]) * binHz) : 0;
        }
    }

    /** Added up in single precision, bin by bin, as in librosa, so that close calls are decided the same. */
    public void rolloffs(float[] out, int to, int count) {
        for (int f = 0; f < WIDTH; f++) {
            goals[f] = (float) ROLLOFF_SHARE * running[f];
        }
        math.sumsBelow(magnitudes, bins, goals, told);
        for (int f = 0; f < count; f++) {
            out[to + f] = (float) (told[f] * binHz);
        }
    }

    public void flatnesses(float[] out, int to, int count) {
        math.products(power, bins, SpectrumMath.LEAST_POWER, told, mantissas, exponents);
        for (int f = 0; f < count; f++) {
            double logarithm = Math.log(mantissas[f]) + exponents[f] * LN_2;
            out[to + f] = (float) (Math.exp(logarithm / bins) / ((double) told[f] / bins));
        }
    }
}
