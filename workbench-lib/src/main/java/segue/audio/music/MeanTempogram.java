package segue.audio.music;

import java.util.Arrays;

/**
 * How much an onset strength is like itself some frames later, averaged over the recording: the mean over all frames of the
 * autocorrelation of a Hann window around the frame, divided by its value at lag 0. It is the mean of
 * {@code librosa.feature.tempogram} over time.
 *
 * <p>No window is transformed by itself. The product of two values of a Hann window is a sum of five terms, each a function
 * of the one position times a function of the frame; so the sum over frames becomes a difference of running sums, and the
 * sum over positions ten correlations of the whole recording with itself, by nine Fourier transforms. Frames of far
 * less energy than the others would drown in the rounding of these sums and are correlated one by one.
 *
 * <p>P. Grosche, M. Müller and F. Kurth, "Cyclic tempogram", ICASSP 2010, for the tempogram.
 */
final class MeanTempogram {
    /** Below this share of the largest energy a frame is worked off by itself. */
    private static final double FAINT = 1e-6;

    private static final int SMALLEST_TRANSFORM = 2_048;
    private static final int LARGEST_BLOCK = 4_096;

    private final int window;
    private final double[] hann;
    private final double[] sums;

    private MeanTempogram(int window) {
        this.window = window;
        hann = new double[window];
        for (int k = 0; k < window; k++) {
            hann[k] = 0.5 - 0.5 * Math.cos(2 * Math.PI * k / window);
        }
        sums = new double[window];
    }

    /**
     * @param onsets one a frame
     * @param window frames of the Hann window
     * @return the mean by lag, shape {@code (window)}; all 0 for silence
     */
    static double[] of(float[] onsets, int window) {
        if (onsets.length == 0) {
            return new double[window];
        }
        MeanTempogram tempogram = new MeanTempogram(window);
        double[] padded = padded(onsets, window / 2);
        int reach = Math.min(onsets.length, LARGEST_BLOCK) + 2 * window;
        int size = Math.max(SMALLEST_TRANSFORM, Integer.highestOneBit(reach - 1) << 1);
        Fourier fourier = Fourier.of(size);
        int block = size - 2 * window + 2;
        for (int from = 0; from < onsets.length; from += block) {
            tempogram.add(padded, from, Math.min(block, onsets.length - from), fourier);
        }
        for (int lag = 0; lag < window; lag++) {
            tempogram.sums[lag] /= onsets.length;
        }
        return tempogram.sums;
    }

    /** Half a window more at either end, falling to 0 in a straight line. */
    private static double[] padded(float[] onsets, int half) {
        double[] padded = new double[onsets.length + 2 * half];
        for (int i = 0; i < onsets.length; i++) {
            padded[half + i] = onsets[i];
        }
        for (int i = 0; i < half; i++) {
            padded[i] = (double) onsets[0] * i / half;
            padded[padded.length - 1 - i] = (double) onsets[onsets.length - 1] * i / half;
        }
        return padded;
    }

    /** Adds the windows that begin at {@code frames} positions from {@code from} on. */
    private void add(double[] padded, int from, int frames, Fourier fourier) {
        double[] energies = energies(padded, from, frames);
        double largest = 0;
        for (double energy : energies) {
            largest = Math.max(largest, energy);
        }
        double[] weights = new double[frames];
        for (int t = 0; t < frames; t++) {
            if (energies[t] > FAINT * largest) {
                weights[t] = 1 / energies[t];
            } else if (energies[t] >= Float.MIN_NORMAL) {
                addOne(padded, from + t, energies[t]);
            }
        }
        if (largest >= Float.MIN_NORMAL) {
            addAll(padded, from, weights, fourier);
        }
    }

    private double[] energies(double[] padded, int from, int frames) {
        double[] squares = new double[frames + window - 1];
        for (int p = 0; p < squares.length; p++) {
            squares[p] = padded[from + p] * padded[from + p];
        }
        double[] energies = new double[frames];
        for (int k = 0; k < window; k++) {
            double square = hann[k] * hann[k];
            for (int t = 0; t < frames; t++) {
                energies[t] += square * squares[t + k];
            }
        }
        return energies;
    }

    private void addOne(double[] padded, int from, double energy) {
        double[] windowed = new double[window];
        for (int k = 0; k < window; k++) {
            windowed[k] = hann[k] * padded[from + k];
        }
        for (int lag = 0; lag < window; lag++) {
            double sum = 0;
            for (int k = 0; k < window - lag; k++) {
                sum += windowed[k] * windowed[k + lag];
            }
            sums[lag] += sum / energy;
        }
    }

    private void addAll(double[] padded, int from, double[] weights, Fourier fourier) {
        int positions = weights.length + window - 1;
        LagProducts products = new LagProducts(Arrays.copyOfRange(padded, from, from + positions), window, fourier);
        RunningWaves waves = new RunningWaves(weights, positions, window);
        double[] still = products.of(waves.still(), null)[0];
        double[][] once = products.of(waves.once().cos(), waves.once().sin());
        double[][] twice = products.of(waves.twice().cos(), waves.twice().sin());
        for (int lag = 0; lag < window; lag++) {
            double angle = 2 * Math.PI * lag / window;
            double cosHalf = Math.cos(angle / 2);
            double sinHalf = Math.sin(angle / 2);
            double sum = (1 + 0.5 * Math.cos(angle)) * still[lag]
                    - 2 * cosHalf * (cosHalf * once[0][lag] - sinHalf * once[1][lag])
                    + 0.5 * (Math.cos(angle) * twice[0][lag] - Math.sin(angle) * twice[1][lag]);
            sums[lag] += 0.25 * sum;
        }
    }
}
