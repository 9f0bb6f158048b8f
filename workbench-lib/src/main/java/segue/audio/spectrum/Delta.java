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
        double[] sums = new double[columns];
        for (int row = 0; row < features.rows(); row++) {
            int first = Math.clamp(row - width / 2, 0, features.rows() - width);
            Arrays.fill(sums, 0);
            for (int i = 0; i < width; i++) {
                for (int c = 0; c < columns; c++) {
                    sums[c] += weights[i] * in[(first + i) * columns + c];
                }
            }
            for (int c = 0; c < columns; c++) {
                out[row * columns + c] = (float) (sums[c] * scale);
            }
        }
        return FloatMatrix.wrap(features.rows(), columns, out);
    }
}
