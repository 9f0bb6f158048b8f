package segue.audio.spectrum;

import segue.matrix.FloatMatrix;

/**
 * A signal by time and frequency, with phases.
 *
 * @param re real parts, shape {@code (frames, bins)}
 * @param im imaginary parts, same shape
 * @param sampleRateHz of the signal
 */
public record ComplexSpectrogram(FloatMatrix re, FloatMatrix im, int sampleRateHz, StftOptions options) {
    /** {@code sqrt(re² + im²)}, shape {@code (frames, bins)}. */
    public FloatMatrix magnitude() {
        float[] out = new float[re.values().length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (float) Math.hypot(re.values()[i], im.values()[i]);
        }
        return FloatMatrix.wrap(re.rows(), re.columns(), out);
    }

    /** The angle, -pi to pi, shape {@code (frames, bins)}. */
    public FloatMatrix phase() {
        float[] out = new float[re.values().length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (float) Math.atan2(im.values()[i], re.values()[i]);
        }
        return FloatMatrix.wrap(re.rows(), re.columns(), out);
    }

    /** Without the phases. */
    public Spectrogram power() {
        float[] out = new float[re.values().length];
        for (int i = 0; i < out.length; i++) {
            out[i] = re.values()[i] * re.values()[i] + im.values()[i] * im.values()[i];
        }
        return new Spectrogram(FloatMatrix.wrap(re.rows(), re.columns(), out), sampleRateHz, options);
    }
}
