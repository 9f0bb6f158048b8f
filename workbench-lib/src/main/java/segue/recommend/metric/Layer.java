package segue.recommend.metric;

/**
 * Affine map of a network, {@code y = x W + b}. Every loop adds a multiple of one row to another, element by element, so that
 * the sums have one order whoever runs them; rows are arrays of their own, since only then are such loops compiled to vectors.
 *
 * @param weights an input a row, shape {@code (inputs, outputs)}
 * @param bias shape {@code (outputs)}
 */
record Layer(float[][] weights, float[] bias) {
    Layer {
        if (weights.length == 0 || bias.length == 0) {
            throw new IllegalArgumentException("a layer needs an input and an output");
        }
        for (float[] row : weights) {
            requireFinite(row);
        }
        requireFinite(bias);
    }

    private static void requireFinite(float... weights) {
        for (float weight : weights) {
            if (!Float.isFinite(weight)) {
                throw new IllegalArgumentException("a weight is " + weight + ": every one must be finite");
            }
        }
    }

    int inputs() {
        return weights.length;
    }

    int outputs() {
        return bias.length;
    }

    void forward(float[] in, int from, float[] out) {
        System.arraycopy(bias, 0, out, 0, bias.length);
        for (int i = 0; i < weights.length; i++) {
            float x = in[from + i];
            if (x != 0) {
                add(x, weights[i], out);
            }
        }
    }

    /** {@code to += factor * from}, of one length. */
    static void add(float factor, float[] from, float[] to) {
        for (int j = 0; j < from.length; j++) {
            to[j] += factor * from[j];
        }
    }
}
