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

    /** The {@code lane}-th part of polynomials at {@code t}. */
    private static FloatVector polynomial(float[] coefficients, int powers, int lane, float t) {
        int at = (powers - 1) * Lattice.PADDED + lane;
        FloatVector value = FloatVector.fromArray(SPECIES, coefficients, at);
        FloatVector by = FloatVector.broadcast(SPECIES, t);
        for (int power = powers - 2; power >= 0; power--) {
            at -= Lattice.PADDED;
            value = value.fma(by, FloatVector.fromArray(SPECIES, coefficients, at));
        }
        return value;
    }

    private static void weigh(float[] coefficients, int powers, float t, float[] weights) {
        for (int lane = 0; lane < Lattice.PADDED; lane += LANES) {
            polynomial(coefficients, powers, lane, t).intoArray(weights, lane);
        }
    }

    static void spread(Lattice lattice, float[][] positions, int[] points, int from, int to, float[] nodes) {
        float perStep = 1 / lattice.step();
        int stride = lattice.stride();
        float[] byRow = new float[Lattice.PADDED];
        for (int i = from; i < to; i++) {
            float row = positions[0][points[i]] * perStep;
            float column = positions[1][points[i]] * perStep;
            int firstRow = (int) Math.floor(row);
            int firstColumn = (int) Math.floor(column);
            weigh(Lattice.WEIGHTS, ORDER, row - firstRow, byRow);
            int corner = (firstRow - lattice.firstRow()) * stride + firstColumn - lattice.firstColumn();
            for (int lane = 0; lane < Lattice.PADDED; lane += LANES) {
                FloatVector byColumn = polynomial(Lattice.WEIGHTS, ORDER, lane, column - firstColumn);
                int at = corner + lane;
                for (int r = 0; r < ORDER; r++, at += stride) {
                    byColumn.fma(FloatVector.broadcast(SPECIES, byRow[r]), FloatVector.fromArray(SPECIES, nodes, at))
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
        float[] slopes = new float[Lattice.PADDED];
        float[] lanes = new float[LANES];
        double total = 0;
        for (int i = from; i < to; i++) {
            int point = points[i];
            float row = positions[0][point] * perStep;
            float column = positions[1][point] * perStep;
            int firstRow = (int) Math.floor(row);
            int firstColumn = (int) Math.floor(column);
            weigh(Lattice.WEIGHTS, ORDER, row - firstRow, byRow);
            weigh(Lattice.SLOPES, ORDER - 1, row - firstRow, slopes);
            int corner = (firstRow - lattice.firstRow()) * stride + firstColumn - lattice.firstColumn();
            float value = 0;
            float alongRows = 0;
            float alongColumns = 0;
            for (int lane = 0; lane < Lattice.PADDED; lane += LANES) {
                FloatVector across = FloatVector.zero(SPECIES);
                FloatVector down = FloatVector.zero(SPECIES);
                int at = corner + lane;
                for (int r = 0; r < ORDER; r++, at += stride) {
                    FloatVector nodes = FloatVector.fromArray(SPECIES, potential, at);
                    across = nodes.fma(FloatVector.broadcast(SPECIES, byRow[r]), across);
                    down = nodes.fma(FloatVector.broadcast(SPECIES, slopes[r]), down);
                }
                FloatVector byColumn = polynomial(Lattice.WEIGHTS, ORDER, lane, column - firstColumn);
                FloatVector slope = polynomial(Lattice.SLOPES, ORDER - 1, lane, column - firstColumn);
                value += LaneSum.of(across.mul(byColumn), lanes);
                alongRows += LaneSum.of(down.mul(byColumn), lanes);
                alongColumns += LaneSum.of(across.mul(slope), lanes);
            }
            total += value;
            forces[0][point] = -0.5f * perStep * alongRows;
            forces[1][point] = -0.5f * perStep * alongColumns;
        }
        return total;
    }
}
