package segue.projection;

/** What drives the points of a map apart: each is pushed by every other. */
interface Repulsion {
    /**
     * Computes the forces on every point: sums of {@code q^2 (y_i - y_j)}, with {@code q = 1 / (1 + |y_i - y_j|^2)}.
     *
     * @param positions {@code [dimension][point]}
     * @param forces receives them, likewise
     * @return the sum of {@code q} over every two different points, in both orders
     */
    double compute(float[][] positions, float[][] forces);
}
