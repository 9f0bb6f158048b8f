package segue.projection;

import segue.neighbors.simd.SimdSupport;
import segue.projection.simd.VectorLoops;

/**
 * The inner loops of a map: in plain Java, or by vectors. Positions and forces are an array a dimension, {@code [dimension]
 * [point]}; forces are those of the gradient without its factor of 4.
 */
public interface Loops {
    /** Columns of a panel that a transform works on are a multiple of this. */
    int PANEL = 16;

    /** By vectors where the machine's Java has them. */
    static Loops best() {
        return SimdSupport.unavailableReason().isEmpty() ? new VectorLoops() : new PlainLoops();
    }

    /**
     * What the points {@code from} to {@code to} are drawn by: sums of {@code p q (y_i - y_j)}, with
     * {@code q = 1 / (1 + |y_i - y_j|^2)}, written to {@code forces}.
     */
    void attract(Affinities affinities, float[][] positions, int from, int to, float[][] forces);

    /** The sum of {@code p log(1 + |y_i - y_j|^2)} over the affinities of these points. */
    double stretch(Affinities affinities, float[][] positions, int from, int to);

    /**
     * What the points {@code from} to {@code to} are driven by, from every point: sums of {@code q^2 (y_i - y_j)}, written to
     * {@code forces}.
     *
     * @return the sum of {@code q}, that of each point with itself (1) too
     */
    double repel(float[][] positions, int from, int to, float[][] forces);

    /**
     * What the points {@code from} to {@code to} are driven by from these sources: sums of {@code weight q^2 (y_i - y_j)},
     * written to {@code forces}.
     *
     * @return the sum of {@code weight q}
     */
    double repelBy(Sources sources, float[][] positions, int from, int to, float[][] forces);

    /**
     * Transforms {@code width} columns at once: values stand row by row.
     *
     * @param re real parts, {@code (length, width)}; lost
     * @param im imaginary parts, likewise
     * @return whether the result stands in the spare arrays
     */
    boolean transform(Fourier fourier, int width, float[] re, float[] im, float[] spareRe, float[] spareIm);

    /** {@code values[i] *= factors[from + i]}, {@code count} of them, from {@code at} on. */
    void multiply(float[] values, int at, float[] factors, int from, int count);

    /** Adds what the points {@code points[from]} to {@code points[to]} weigh to the nodes of the lattice around them. */
    void spread(Lattice lattice, float[][] positions, int[] points, int from, int to, float[] nodes);

    /**
     * What the points {@code points[from]} to {@code points[to]} are driven by, as the potential of the nodes around them
     * tells; written to {@code forces}.
     *
     * @return the sum of the potentials at these points
     */
    double feel(
            Lattice lattice, float[] potential, float[][] positions, int[] points, int from, int to, float[][] forces);

    /** The sum of {@code values[a + i] * values[b + i]}, {@code count} of them. */
    float product(float[] values, int a, int b, int count);
}
