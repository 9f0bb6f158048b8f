package segue.audio.spectrum;

import java.util.Arrays;
import segue.matrix.FloatMatrix;

/**
 * How fast features change: the slope of the line, or the curvature of the parabola, that fits a few frames best; at both
 * ends that of the nearest frame with enough neighbours. librosa's {@code feature.delta} with its mode {@code interp};
 * Savitzky, Golay (1964).
 */
public final class Delta {
    public static final int DEFAULT_WIDTH = 9;

    /** Frames that are fitted together. */
    private static final int CHUNK = 64;

    private Delta() {}

    /** Slopes by frame over nine frames, same shape. */
    public static FloatMatrix first(FloatMatrix features) {
        return first(features, DEFAULT_WIDTH);
    }

    /** @param width frames of a fit: odd, at least 3, at most as many as there are */
    public static FloatMatrix first(FloatMatrix features, int width) {
        requireWidth(features, width);
        double[] weights = new double[width];
        double squares = 0;
        for (int i = 0; i < width; i++) {
            weights[i] = i - width / 2;
            squares += weights[i] * weights[i];
        }
        return fitted(features, weights, 1 / squares);
    }

    /** Second derivatives by frame over nine frames, same shape. */
    public static FloatMatrix second(FloatMatrix features) {
        return second(features, DEFAULT_WIDTH);
    }

    /** @param width frames of a fit: odd, at least 3, at most as many as there are */
    public static FloatMatrix second(FloatMatrix features, int width) {
        requireWidth(features, width);
        double half = width / 2;
        double mean = half * (half + 1) / 3;
        double[] weights = new double[width];
        double squares = 0;
        for (int i = 0; i < width; i++) {
            weights[i] = (i - half) * (i - half) - mean;
            squares += weights[i] * weights[i];
        }
        return fitted(features, weights, 2 / squares);
    }

    private static void requireWidth(FloatMatrix features, int width) {
        if (width < 3 || width % 2 == 0) {
            throw new IllegalArgumentException("the width of a delta must be odd and at least 3 but was " + width);
        }
        if (width > features.rows()) {
            throw new IllegalArgumentException(
                    "a delta of width %d needs at least as many frames but there are %d: take a smaller width"
                            .formatted(width, features.rows()));
        }
    }

    private static FloatMatrix fitted(FloatMatrix features, double[] weights, double scale) {
        int width = weights.length;
        int columns = features.columns();
        float[] in = features.values();
        float[] out = new float[in.length];
        double[] sums = new double[Math.min(CHUNK, features.rows()) * columns];
        int fits = features.rows() - width + 1;
        for (int first = 0; first < fits; first += CHUNK) {
            int count = Math.min(CHUNK, fits - first) * columns;
            Arrays.fill(sums, 0, count, 0);
            for (int i = 0; i < width; i++) {
                addWeighted(in, (first + i) * columns, weights[i], sums, count);
            }
            int to = (first + width / 2) * columns;
            for (int j = 0; j < count; j++) {
                out[to + j] = (float) (sums[j] * scale);
            }
        }
        for (int row = 0; row < width / 2; row++) {
            int last = features.rows() - 1 - row;
            System.arraycopy(out, width / 2 * columns, out, row * columns, columns);
            System.arraycopy(out, (features.rows() - 1 - width / 2) * columns, out, last * columns, columns);
        }
        return FloatMatrix.wrap(features.rows(), columns, out);
    }

    private static void addWeighted(float[] in, int from, double weight, double[] sums, int count) {
        for (int j = 0; j < count; j++) {
            sums[j] += weight * in[from + j];
        }
    }
}
