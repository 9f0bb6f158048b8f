package segue.audio.sample;

/**
 * Each sample as a weighted sum of the ones before it, by Levinson and Durbin's recursion on the autocorrelation.
 *
 * @param coefficients the weight of the sample just before first, times {@code 2^shift}
 * @param shift at most 15
 */
record FlacPrediction(int[] coefficients, int shift) {
    /** Bits of a coefficient, its sign among them. */
    static final int PRECISION = 13;

    private static final int ORDER = 12;

    static FlacPrediction of(int[] samples) {
        double[] weights = weights(autocorrelation(samples));
        double largest = 0;
        for (double weight : weights) {
            largest = Math.max(largest, Math.abs(weight));
        }
        int shift = Math.clamp(PRECISION - 2 - Math.getExponent(largest), 0, 15);
        int[] coefficients = new int[weights.length];
        int limit = (1 << PRECISION - 1) - 1;
        for (int i = 0; i < weights.length; i++) {
            coefficients[i] = Math.clamp(Math.round(weights[i] * (1 << shift)), -limit, limit);
        }
        return new FlacPrediction(coefficients, shift);
    }

    int order() {
        return coefficients.length;
    }

    /** What the prediction misses, from the sample {@code order} on. */
    int[] residual(int[] samples) {
        int order = order();
        int[] residual = new int[samples.length - order];
        for (int i = order; i < samples.length; i++) {
            long sum = 0;
            for (int j = 0; j < order; j++) {
                sum += (long) coefficients[j] * samples[i - 1 - j];
            }
            residual[i - order] = (int) (samples[i] - (sum >> shift));
        }
        return residual;
    }

    private static double[] autocorrelation(int[] samples) {
        int order = Math.min(ORDER, samples.length / 4);
        double[] windowed = new double[samples.length];
        for (int i = 0; i < samples.length; i++) {
            double x = (2.0 * i + 1 - samples.length) / samples.length;
            windowed[i] = samples[i] * (1 - x * x);
        }
        double[] sums = new double[order + 1];
        for (int lag = 0; lag <= order; lag++) {
            for (int i = lag; i < samples.length; i++) {
                sums[lag] += windowed[i] * windowed[i - lag];
            }
        }
        return sums;
    }

    private static double[] weights(double[] autocorrelation) {
        int order = autocorrelation.length - 1;
        double[] weights = new double[order];
        double error = autocorrelation[0] * (1 + 1e-9);
        for (int i = 0; i < order && error > 0; i++) {
            double sum = autocorrelation[i + 1];
            for (int j = 0; j < i; j++) {
                sum -= weights[j] * autocorrelation[i - j];
            }
            double reflection = sum / error;
            double[] before = weights.clone();
            weights[i] = reflection;
            for (int j = 0; j < i; j++) {
                weights[j] = before[j] - reflection * before[i - 1 - j];
            }
            error *= 1 - reflection * reflection;
        }
        return weights;
    }
}
