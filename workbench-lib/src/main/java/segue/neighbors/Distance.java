package segue.neighbors;

import java.io.Serializable;
import segue.matrix.FloatMatrix;

/**
 * A metric, and how much each column counts in it. The exact definitions: {@code sqrt(sum w_i (a_i - b_i)^2)} for
 * euclidean (without the root for sqeuclidean), {@code sum w_i |a_i - b_i|} for manhattan, {@code max w_i |a_i - b_i|} for
 * Chebyshev, {@code -sum w_i a_i b_i} for dot, {@code 1 - sum w_i a_i b_i / sqrt(sum w_i a_i^2 · sum w_i b_i^2)} for cosine.
 *
 * <p>A weight is applied by stretching its column: by {@code w_i} for manhattan and Chebyshev, by {@code sqrt(w_i)} for
 * the others. So back ends know nothing of weights, and an index costs the same with them.
 *
 * @param metric how columns are taken together
 * @param weights one a column, at least 0 and finite; none where every column counts once
 */
public record Distance(Metric metric, float... weights) implements Serializable {
    /**
     * Copies the weights.
     *
     * @throws IllegalArgumentException if a weight is negative or not finite; the message names its place
     */
    public Distance {
        weights = weights.clone();
        for (int i = 0; i < weights.length; i++) {
            if (!(weights[i] >= 0) || Float.isInfinite(weights[i])) {
                throw new IllegalArgumentException(
                        "weight %d is %s: a weight must be finite and at least 0".formatted(i, weights[i]));
            }
        }
    }

    /** A copy. */
    @Override
    public float[] weights() {
        return weights.clone();
    }

    /**
     * {@code data} with its columns stretched; itself where there are no weights.
     *
     * @throws IllegalArgumentException if the data has another number of columns than there are weights, or a stretched
     *     value is beyond the range of float
     */
    public FloatMatrix stretch(FloatMatrix data) {
        return stretch(data, 0);
    }

    /** @param firstRow what messages call the first row */
    FloatMatrix stretch(FloatMatrix data, int firstRow) {
        if (weights.length == 0) {
            return data;
        }
        if (weights.length != data.columns()) {
            throw new IllegalArgumentException("%d weights were given for vectors of %d values: give one a value"
                    .formatted(weights.length, data.columns()));
        }
        boolean linear = metric == Metric.MANHATTAN || metric == Metric.CHEBYSHEV;
        double[] factors = new double[weights.length];
        for (int c = 0; c < factors.length; c++) {
            factors[c] = linear ? weights[c] : Math.sqrt(weights[c]);
        }
        float[] stretched = new float[data.values().length];
        for (int i = 0; i < stretched.length; i++) {
            stretched[i] = (float) (data.values()[i] * factors[i % factors.length]);
            if (Float.isInfinite(stretched[i])) {
                throw new IllegalArgumentException("row %d, column %d times its weight %s is beyond the range of float"
                        .formatted(firstRow + i / factors.length, i % factors.length, weights[i % factors.length]));
            }
        }
        return FloatMatrix.wrap(data.rows(), data.columns(), stretched);
    }
}
