package segue.audio.spectrum;

/** How the samples of a frame are weighted before the transform; periodic, as spectra want it. */
public enum Window {
    /** {@code 0.5 - 0.5 cos(2 pi i / size)}: the default. */
    HANN(0.5, 0.5, 0),
    /** {@code 0.54 - 0.46 cos(2 pi i / size)}. */
    HAMMING(0.54, 0.46, 0),
    /** {@code 0.42 - 0.5 cos(2 pi i / size) + 0.08 cos(4 pi i / size)}. */
    BLACKMAN(0.42, 0.5, 0.08),
    /** 1 everywhere. */
    RECTANGULAR(1, 0, 0);

    private final double constant;
    private final double first;
    private final double second;

    Window(double constant, double first, double second) {
        this.constant = constant;
        this.first = first;
        this.second = second;
    }

    /** The weights, shape {@code (size)}. */
    public double[] weights(int size) {
        double[] weights = new double[size];
        for (int i = 0; i < size; i++) {
            double angle = 2 * Math.PI * i / size;
            weights[i] = constant - first * Math.cos(angle) + second * Math.cos(2 * angle);
        }
        return weights;
    }
}
