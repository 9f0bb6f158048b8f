package segue.audio.music;

/**
 * Sums over the windows that have begun so far, by position: of their weights, and of their weights times a wave that
 * begins with the window and swings once, or twice, in it.
 */
final class RunningWaves {
    /** The two parts of a wave. */
    record Wave(double[] cos, double[] sin) {}

    private final double[] weights;
    private final int positions;
    private final double[] cosines;
    private final double[] sines;

    /**
     * @param weights of the windows that begin at positions 0, 1, 2 ...
     * @param window positions of a window
     */
    RunningWaves(double[] weights, int positions, int window) {
        this.weights = weights;
        this.positions = positions;
        cosines = new double[window];
        sines = new double[window];
        for (int k = 0; k < window; k++) {
            cosines[k] = Math.cos(2 * Math.PI * k / window);
            sines[k] = Math.sin(2 * Math.PI * k / window);
        }
    }

    double[] still() {
        double[] sums = new double[positions];
        double sum = 0;
        for (int p = 0; p < positions; p++) {
            sum += p < weights.length ? weights[p] : 0;
            sums[p] = sum;
        }
        return sums;
    }

    Wave once() {
        return wave(1);
    }

    Wave twice() {
        return wave(2);
    }

    /** Sum over t up to p of {@code weight[t] * exp(i * swings * 2 pi (p - t) / window)}. */
    private Wave wave(int swings) {
        double[] cos = new double[positions];
        double[] sin = new double[positions];
        double real = 0;
        double imaginary = 0;
        for (int p = 0, k = 0; p < positions; p++, k = (k + swings) % cosines.length) {
            double weight = p < weights.length ? weights[p] : 0;
            real += weight * cosines[k];
            imaginary -= weight * sines[k];
            cos[p] = real * cosines[k] - imaginary * sines[k];
            sin[p] = real * sines[k] + imaginary * cosines[k];
        }
        return new Wave(cos, sin);
    }
}
