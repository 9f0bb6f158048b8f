package segue.audio.spectrum;

import segue.audio.signal.Signal;
import segue.matrix.FloatMatrix;

/**
 * The short-time Fourier transform as librosa 0.11 defines it by default: periodic Hann window, frames centred on multiples
 * of the hop with zeros beyond both ends, {@code 1 + samples / hop} frames.
 */
public final class Stft {
    private Stft() {}

    /** The power spectrogram, shape {@code (frames, fftSize / 2 + 1)}. */
    public static Spectrogram power(Signal signal, StftOptions options) {
        int size = options.fftSize();
        float[] samples = signal.samples();
        int frames = 1 + samples.length / options.hopLength();
        int bins = options.bins();
        float[] power = new float[Math.multiplyExact(frames, bins)];
        double[] re = new double[size];
        double[] im = new double[size];
        for (int f = 0; f < frames; f++) {
            for (int i = 0; i < size; i++) {
                int at = f * options.hopLength() - size / 2 + i;
                double window = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / size);
                re[i] = at < 0 || at >= samples.length ? 0 : samples[at] * window;
                im[i] = 0;
            }
            transform(re, im);
            for (int b = 0; b < bins; b++) {
                power[f * bins + b] = (float) (re[b] * re[b] + im[b] * im[b]);
            }
        }
        return new Spectrogram(FloatMatrix.wrap(frames, bins, power), signal.sampleRateHz(), options);
    }

    private static void transform(double[] re, double[] im) {
        int n = re.length;
        for (int i = 1, j = 0; i < n; i++) {
            int bit = n >> 1;
            for (; (j & bit) != 0; bit >>= 1) {
                j ^= bit;
            }
            j ^= bit;
            if (i < j) {
                double swap = re[i];
                re[i] = re[j];
                re[j] = swap;
            }
        }
        for (int length = 2; length <= n; length *= 2) {
            double angle = -2 * Math.PI / length;
            for (int k = 0; k < length / 2; k++) {
                double cos = Math.cos(angle * k);
                double sin = Math.sin(angle * k);
                for (int i = k; i < n; i += length) {
                    int j = i + length / 2;
                    double tr = re[j] * cos - im[j] * sin;
                    double ti = re[j] * sin + im[j] * cos;
                    re[j] = re[i] - tr;
                    im[j] = im[i] - ti;
                    re[i] += tr;
                    im[i] += ti;
                }
            }
        }
    }
}
