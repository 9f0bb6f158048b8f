package segue.audio.simd;

/** The roots of unity that the transform of one size turns by, as its passes read them. */
final class FftTables {
    /** {@code exp(-2 pi i k / half)}, for passes that turn whole vectors by one root. */
    final float[] cos;

    final float[] sin;
    /** First pass: a root for every lane, its square and its cube one after the other. */
    final float[][] first;
    /** The pass of stride 4, where vectors are longer than that; else empty. */
    final float[][] narrow;
    /** {@code exp(-2 pi i k / size)}, for the parting. */
    final float[] partCos;

    final float[] partSin;

    FftTables(int size) {
        int half = size / 2;
        cos = new float[half];
        sin = new float[half];
        fill(cos, sin, half, 1, 1);
        first = perLane(half, 1);
        narrow = Lanes.COUNT > 4 ? perLane(half, 4) : new float[0][];
        partCos = new float[half];
        partSin = new float[half];
        fill(partCos, partSin, size, 1, 1);
    }

    /** Cosines and sines of the roots, their squares and their cubes, {@code half / 4} each. */
    private static float[][] perLane(int half, int stride) {
        float[][] roots = new float[6][half / 4];
        for (int power = 1; power <= 3; power++) {
            fill(roots[2 * power - 2], roots[2 * power - 1], half, stride, power * stride);
        }
        return roots;
    }

    private static void fill(float[] cos, float[] sin, int period, int repeats, int step) {
        for (int i = 0; i < cos.length; i++) {
            double angle = -2 * Math.PI * (double) (i / repeats * (long) step) / period;
            cos[i] = (float) Math.cos(angle);
            sin[i] = (float) Math.sin(angle);
        }
    }
}
