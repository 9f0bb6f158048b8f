package segue.audio.simd;

/** The roots of unity that the transform of one size turns by, as its passes read them. */
final class PreciseTables {
    /** {@code exp(-2 pi i k / half)}, for passes that turn whole vectors by one root. */
    final double[] cos;

    final double[] sin;
    /** First pass: a root for every lane, its square and its cube one after the other. */
    final double[][] first;
    /** The pass of stride 4, where vectors are longer than that; else empty. */
    final double[][] narrow;
    /** {@code exp(-2 pi i k / size)}, for the parting. */
    final double[] partCos;

    final double[] partSin;

    PreciseTables(int size) {
        int half = size / 2;
        cos = new double[half];
        sin = new double[half];
        fill(cos, sin, half, 1, 1);
        first = perLane(half, 1);
        narrow = DoubleLanes.COUNT > 4 ? perLane(half, 4) : new double[0][];
        partCos = new double[half];
        partSin = new double[half];
        fill(partCos, partSin, size, 1, 1);
    }

    /** Cosines and sines of the roots, their squares and their cubes, {@code half / 4} each. */
    private static double[][] perLane(int half, int stride) {
        double[][] roots = new double[6][half / 4];
        for (int power = 1; power <= 3; power++) {
            fill(roots[2 * power - 2], roots[2 * power - 1], half, stride, power * stride);
        }
        return roots;
    }

    private static void fill(double[] cos, double[] sin, int period, int repeats, int step) {
        for (int i = 0; i < cos.length; i++) {
            double angle = -2 * Math.PI * (double) (i / repeats * (long) step) / period;
            cos[i] = Math.cos(angle);
            sin[i] = Math.sin(angle);
        }
    }
}
