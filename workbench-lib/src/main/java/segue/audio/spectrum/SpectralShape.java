package segue.audio.spectrum;

import java.util.function.ToDoubleFunction;

/**
 * What a spectrum looks like, one number a frame, with librosa's defaults. Centroid, bandwidth and roll-off weigh
 * frequencies by magnitude, flatness takes powers. The static methods measure whole spectrograms; an instance measures one
 * spectrum after the other and serves one thread.
 */
public final class SpectralShape {
    /** The share of all magnitude that lies below the roll-off. */
    public static final double ROLLOFF_SHARE = 0.85;

    /** How far from a sum of single precision a precise one may be. */
    private static final double CLOSE = 1e-5;

    private final SpectrumMath math;
    private final double binHz;
    private final int bins;
    private final float[] magnitudes;
    private final double[] moments = new double[3];
    private float[] power;
    private int from;

    public SpectralShape(int sampleRateHz, int fftSize, SpectrumMath math) {
        this.math = math;
        this.binHz = (double) sampleRateHz / fftSize;
        this.bins = fftSize / 2 + 1;
        this.magnitudes = new float[bins];
    }

    /** The mean frequency by magnitude, in Hz, by frame; 0 in silence. librosa's {@code spectral_centroid}. */
    public static float[] centroid(Spectrogram spectrogram) {
        return each(spectrogram, SpectralShape::centroidHz);
    }

    /** The standard deviation of frequency by magnitude, in Hz, by frame. librosa's {@code spectral_bandwidth}. */
    public static float[] bandwidth(Spectrogram spectrogram) {
        return each(spectrogram, SpectralShape::bandwidthHz);
    }

    /** The frequency up to which 85 % of all magnitude lies, in Hz, by frame. librosa's {@code spectral_rolloff}. */
    public static float[] rolloff(Spectrogram spectrogram) {
        return each(spectrogram, SpectralShape::rolloffHz);
    }

    /** Geometric over arithmetic mean of power, 0 (a tone) to 1 (noise, silence). librosa's {@code spectral_flatness}. */
    public static float[] flatness(Spectrogram spectrogram) {
        return each(spectrogram, SpectralShape::flatness);
    }

    private static float[] each(Spectrogram spectrogram, ToDoubleFunction<SpectralShape> feature) {
        SpectralShape shape = new SpectralShape(
                spectrogram.sampleRateHz(), spectrogram.options().fftSize(), SpectrumMath.create());
        float[] out = new float[spectrogram.frames()];
        for (int f = 0; f < out.length; f++) {
            shape.look(spectrogram.power().values(), f * spectrogram.bins());
            out[f] = (float) feature.applyAsDouble(shape);
        }
        return out;
    }

    /** Takes the spectrum that begins at {@code from}; what is asked next is about it, until the array changes. */
    public void look(float[] power, int from) {
        this.power = power;
        this.from = from;
        math.squareRoots(power, from, bins, magnitudes);
        math.moments(magnitudes, bins, moments);
    }

    /** Square roots of the powers, overwritten by the next look. */
    public float[] magnitudes() {
        return magnitudes;
    }

    public double centroidHz() {
        return moments[1] * binHz;
    }

    public double bandwidthHz() {
        return Math.sqrt(moments[2]) * binHz;
    }

    public double rolloffHz() {
        double goal = ROLLOFF_SHARE * moments[0];
        int bin = math.indexOfSum(magnitudes, bins, goal * (1 - CLOSE));
        boolean clear = bin == math.indexOfSum(magnitudes, bins, goal * (1 + CLOSE));
        return (clear ? bin : rolloffBySingles()) * binHz;
    }

    /** A close call is decided as in librosa, which adds up in single precision. */
    private int rolloffBySingles() {
        float total = 0;
        for (float magnitude : magnitudes) {
            total += magnitude;
        }
        float goal = (float) ROLLOFF_SHARE * total;
        float sum = magnitudes[0];
        int bin = 0;
        while (sum < goal) {
            bin++;
            sum += magnitudes[bin];
        }
        return bin;
    }

    public double flatness() {
        return math.flatness(power, from, bins);
    }
}
