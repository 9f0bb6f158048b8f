package segue.neighbors.hnsw;

import segue.matrix.FloatMatrix;
import segue.neighbors.Accumulation;

/**
 * The space that the graph measures squared distances in. Values are scaled by a power of two, so that none overflows.
 * For the dot product a column is added that makes all rows equally long, and is 0 in queries: then the row of the largest
 * dot product is the nearest one (Bachrach and others, <em>Speeding up the Xbox recommender system using a Euclidean
 * transformation for inner-product spaces</em>, 2014).
 */
final class GraphSpace {
    private final FloatMatrix data;
    private final boolean lifted;
    private final int exponent;
    private final double longest;

    GraphSpace(FloatMatrix data, Accumulation accumulation) {
        this.data = data;
        this.lifted = accumulation == Accumulation.PRODUCTS;
        this.exponent = -exponent(data.values(), 0, data.values().length);
        double longest = 0;
        for (int row = 0; row < data.rows() && lifted; row++) {
            longest = Math.max(longest, squares(data.offset(row)));
        }
        this.longest = longest;
    }

    /** Values of a point, at least 1. */
    int columns() {
        return Math.max(1, data.columns() + (lifted ? 1 : 0));
    }

    float[] row(int row) {
        float[] vector = scaled(data.values(), data.offset(row), exponent);
        if (lifted) {
            vector[data.columns()] = (float) Math.sqrt(longest - squares(data.offset(row)));
        }
        return vector;
    }

    /** Of a dot product only the direction of the query counts, so that it may have a scale of its own. */
    float[] query(float[] values, int from) {
        return scaled(values, from, lifted ? -exponent(values, from, data.columns()) : exponent);
    }

    private float[] scaled(float[] values, int from, int exponent) {
        float[] vector = new float[columns()];
        for (int c = 0; c < data.columns(); c++) {
            vector[c] = Math.scalb(values[from + c], exponent);
        }
        return vector;
    }

    private double squares(int from) {
        double squares = 0;
        for (int i = from; i < from + data.columns(); i++) {
            double value = Math.scalb((double) data.values()[i], exponent);
            squares += value * value;
        }
        return squares;
    }

    private static int exponent(float[] values, int from, int length) {
        float largest = 0;
        for (int i = from; i < from + length; i++) {
            largest = Math.max(largest, Math.abs(values[i]));
        }
        return largest == 0 ? 0 : Math.getExponent(largest);
    }
}
