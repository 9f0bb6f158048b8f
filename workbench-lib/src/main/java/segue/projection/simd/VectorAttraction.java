package segue.projection.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import segue.projection.Affinities;

/** Attractive forces: the positions of a row's neighbours are gathered, a vector of them at a time. */
final class VectorAttraction {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    private VectorAttraction() {}

    static void onPlane(Affinities affinities, float[][] positions, int from, int to, float[][] forces) {
        int[] starts = affinities.starts();
        int[] columns = affinities.columns();
        float[] values = affinities.values();
        float[] x = positions[0];
        float[] y = positions[1];
        for (int i = from; i < to; i++) {
            FloatVector sumX = FloatVector.zero(SPECIES);
            FloatVector sumY = FloatVector.zero(SPECIES);
            int end = starts[i + 1];
            for (int e = starts[i]; e < end; e += LANES) {
                FloatVector dx =
                        FloatVector.fromArray(SPECIES, x, 0, columns, e).sub(x[i]);
                FloatVector dy =
                        FloatVector.fromArray(SPECIES, y, 0, columns, e).sub(y[i]);
                FloatVector weight = FloatVector.fromArray(SPECIES, values, e)
                        .div(dx.fma(dx, dy.mul(dy)).add(1));
                sumX = weight.fma(dx, sumX);
                sumY = weight.fma(dy, sumY);
            }
            forces[0][i] = -LaneSum.of(sumX);
            forces[1][i] = -LaneSum.of(sumY);
        }
    }

    static void inSpace(Affinities affinities, float[][] positions, int from, int to, float[][] forces) {
        int[] starts = affinities.starts();
        int[] columns = affinities.columns();
        float[] values = affinities.values();
        float[] x = positions[0];
        float[] y = positions[1];
        float[] z = positions[2];
        for (int i = from; i < to; i++) {
            FloatVector sumX = FloatVector.zero(SPECIES);
            FloatVector sumY = FloatVector.zero(SPECIES);
            FloatVector sumZ = FloatVector.zero(SPECIES);
            int end = starts[i + 1];
            for (int e = starts[i]; e < end; e += LANES) {
                FloatVector dx =
                        FloatVector.fromArray(SPECIES, x, 0, columns, e).sub(x[i]);
                FloatVector dy =
                        FloatVector.fromArray(SPECIES, y, 0, columns, e).sub(y[i]);
                FloatVector dz =
                        FloatVector.fromArray(SPECIES, z, 0, columns, e).sub(z[i]);
                FloatVector squared = dx.fma(dx, dy.fma(dy, dz.mul(dz)));
                FloatVector weight = FloatVector.fromArray(SPECIES, values, e).div(squared.add(1));
                sumX = weight.fma(dx, sumX);
                sumY = weight.fma(dy, sumY);
                sumZ = weight.fma(dz, sumZ);
            }
            forces[0][i] = -LaneSum.of(sumX);
            forces[1][i] = -LaneSum.of(sumY);
            forces[2][i] = -LaneSum.of(sumZ);
        }
    }

    static double stretch(Affinities affinities, float[][] positions, int from, int to) {
        int[] starts = affinities.starts();
        int[] columns = affinities.columns();
        float[] values = affinities.values();
        double total = 0;
        for (int i = from; i < to; i++) {
            FloatVector sum = FloatVector.zero(SPECIES);
            int end = starts[i + 1];
            for (int e = starts[i]; e < end; e += LANES) {
                FloatVector squared = FloatVector.zero(SPECIES);
                for (float[] axis : positions) {
                    FloatVector gap =
                            FloatVector.fromArray(SPECIES, axis, 0, columns, e).sub(axis[i]);
                    squared = gap.fma(gap, squared);
                }
                FloatVector logarithm = squared.add(1).lanewise(VectorOperators.LOG);
                sum = FloatVector.fromArray(SPECIES, values, e).fma(logarithm, sum);
            }
            total += LaneSum.of(sum);
        }
        return total;
    }
}
