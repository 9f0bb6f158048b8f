package segue.recommend.metric;

/**
 * Affine map of a network, {@code y = x W + b}. Every loop adds a multiple of one row to another, element by element, so that
 * the sums have one order whoever runs them.
 *
 * @param inputs at least 1
 * @param outputs at least 1
 * @param weights input by input, shape {@code (inputs, outputs)}
 * @param bias shape {@code (outputs)}
 */
record Layer(int inputs, int outputs, float[] weights, float[] bias) {
    Layer {
        if (inputs < 1 || outputs < 1 || weights.length != (long) inputs * outputs || bias.length != outputs) {
            throw new IllegalArgumentException("a layer of %d by %d has %d weights and %d biases"
                    .formatted(inputs, outputs, weights.length, bias.length));
        }
        for (float weight : weights) {
            requireFinite(weight);
        }
        for (float weight : bias) {
            requireFinite(weight);
        }
    }

    private static void requireFinite(float weight) {
        if (!Float.isFinite(weight)) {
            throw new IllegalArgumentException("a weight is " + weight + ": every one must be finite");
        }
    }

    void forward(float[] in, int from, float[] out) {
        System.arraycopy(bias, 0, out, 0, outputs);
        for (int i = 0; i < inputs; i++) {
            float x = in[from + i];
            if (x != 0) {
                add(x, weights, i * outputs, out, 0, outputs);
            }
        }
    }

    /** {@code to += factor * from}, both from a place on. */
    static void add(float factor, float[] from, int fromAt, float[] to, int toAt, int count) {
        for (int j = 0; j < count; j++) {
            to[toAt + j] += factor * from[fromAt + j];
        }
    }
}
