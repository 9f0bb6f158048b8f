package segue.projection.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import segue.projection.Lattice;

/** Points to the nodes around them and back: the weights of a row of nodes fill one vector, or two of 128 bits. */
final class VectorSplines {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED.length() >= Lattice.PADDED
            ? FloatVector.SPECIES_256
            : FloatVector.SPECIES_128;
    private static final int LANES = SPECIES.length();
    private static final int ORDER = Lattice.ORDER;

    private VectorSplines() {}

    /** Values of polynomials at {@code t}; into an array, as a method that returns a vector may not be inlined. */
    private static void weigh(float[] coefficients, int powers, float t, float[] weights) {
        FloatVector by = FloatVector.broadcast(SPECIES, t);
        for (int lane = 0; lane < Lattice.PADDED; lane += LANES) {
            int at = (powers - 1) * Lattice.PADDED + lane;
            FloatVector value = FloatVector.fromArray(SPECIES, coefficients, at);
            for (int power = powers - 2; power >= 0; power--) {
                at -= Lattice.PADDED;
                value = value.fma(by, FloatVector.fromArray(SPECIES, coefficients, at));
            }
            value.intoArray(weights, lane);
        }
    }

    static void spread(Lattice lattice, float[][] positions, int[] points, int from, int to, float[] nodes) {
        float perStep = 1 / lattice.step();
        int stride = lattice.stride();
        float[] byRow = new float[Lattice.PADDED];
        float[] byColumn = new float[Lattice.PADDED];
        for (int i = from; i < to; i++) {
            float row = positions[0][points[i]] * perStep;
            float column = positions[1][points[i]] * perStep;
            int firstRow = (int) Math.floor(row);
            int firstColumn = (int) Math.floor(column);
            weigh(Lattice.WEIGHTS, ORDER, row - firstRow, byRow);
            weigh(Lattice.WEIGHTS, ORDER, column - firstColumn, byColumn);
            int corner = (firstRow - lattice.firstRow()) * stride + firstColumn - lattice.firstColumn();
            for (int lane = 0; lane < Lattice.PADDED; lane += LANES) {
                FloatVector across = FloatVector.fromArray(SPECIES, byColumn, lane);
                int at = corner + lane;
                for (int r = 0; r < ORDER; r++, at += stride) {
                    across.fma(FloatVector.broadcast(SPECIES, byRow[r]), FloatVector.fromArray(SPECIES, nodes, at))
                            .intoArray(nodes, at);
                }
            }
        }
    }

    static double feel(
            Lattice lattice, float[] potential, float[][] positions, int[] points, int from, int to, float[][] forces) {
        float perStep = 1 / lattice.step();
        int stride = lattice.stride();
        float[] byRow = new float[Lattice.PADDED];
        float[] byColumn = new float[Lattice.PADDED];
        float[] rowSlopes = new float[Lattice.PADDED];
        float[] columnSlopes = new float[Lattice.PADDED];
        float[] values = new float[Lattice.PADDED];
        float[] downwards = new float[Lattice.PADDED];
        float[] sideways = new float[Lattice.PADDED];
        double total = 0;
        for (int i = from; i < to; i++) {
            int point = points[i];
            float row = positions[0][point] * perStep;
            float column = positions[1][point] * perStep;
            int firstRow = (int) Math.floor(row);
            int firstColumn = (int) Math.floor(column);
            weigh(Lattice.WEIGHTS, ORDER, row - firstRow, byRow);
            weigh(Lattice.WEIGHTS, ORDER, column - firstColumn, byColumn);
            weigh(Lattice.SLOPES, ORDER - 1, row - firstRow, rowSlopes);
            weigh(Lattice.SLOPES, ORDER - 1, column - firstColumn, columnSlopes);
            int corner = (firstRow - lattice.firstRow()) * stride + firstColumn - lattice.firstColumn();
            for (int lane = 0; lane < Lattice.PADDED; lane += LANES) {
                FloatVector across = FloatVector.zero(SPECIES);
                FloatVector down = FloatVector.zero(SPECIES);
                int at = corner + lane;
                for (int r = 0; r < ORDER; r++, at += stride) {
                    FloatVector nodes = FloatVector.fromArray(SPECIES, potential, at);
                    across = nodes.fma(FloatVector.broadcast(SPECIES, byRow[r]), across);
                    down = nodes.fma(FloatVector.broadcast(SPECIES, rowSlopes[r]), down);
                }
                FloatVector weights = FloatVector.fromArray(SPECIES, byColumn, lane);
                FloatVector slopes = FloatVector.fromArray(SPECIES, columnSlopes, lane);
                across.mul(weights).intoArray(values, lane);
                down.mul(weights).intoArray(downwards, lane);
                across.mul(slopes).intoArray(sideways, lane);
            }
            total += sum(values);
            forces[0][point] = -0.5f * perStep * sum(downwards);
            forces[1][point] = -0.5f * perStep * sum(sideways);
        }
        return total;
    }

    private static float sum(float[] values) {
        return ((values[0] + values[1]) + (values[2] + values[3])) + (values[4] + values[5]);
    }
}
