package segue.projection.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Repulsive forces between every two points. */
final class VectorPairs {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    private VectorPairs() {}

    static double onPlane(float[][] positions, int from, int to, float[][] forces) {
        float[] x = positions[0];
        float[] y = positions[1];
        int whole = SPECIES.loopBound(x.length);
        VectorMask<Float> rest = SPECIES.indexInRange(whole, x.length);
        double total = 0;
        for (int i = from; i < to; i++) {
            FloatVector sum = FloatVector.zero(SPECIES);
            FloatVector sumX = FloatVector.zero(SPECIES);
            FloatVector sumY = FloatVector.zero(SPECIES);
            for (int j = 0; j < whole; j += LANES) {
                FloatVector dx = FloatVector.fromArray(SPECIES, x, j).sub(x[i]);
                FloatVector dy = FloatVector.fromArray(SPECIES, y, j).sub(y[i]);
                FloatVector q = FloatVector.broadcast(SPECIES, 1)
                        .div(dx.fma(dx, dy.mul(dy)).add(1));
                FloatVector squared = q.mul(q);
                sum = sum.add(q);
                sumX = squared.fma(dx, sumX);
                sumY = squared.fma(dy, sumY);
            }
            if (whole < x.length) {
                FloatVector dx = FloatVector.fromArray(SPECIES, x, whole, rest).sub(x[i]);
                FloatVector dy = FloatVector.fromArray(SPECIES, y, whole, rest).sub(y[i]);
                FloatVector q = FloatVector.zero(SPECIES)
                        .blend(1, rest)
                        .div(dx.fma(dx, dy.mul(dy)).add(1));
                FloatVector squared = q.mul(q);
                sum = sum.add(q);
                sumX = squared.fma(dx, sumX);
                sumY = squared.fma(dy, sumY);
            }
            total += sum.reduceLanes(VectorOperators.ADD);
            forces[0][i] = -sumX.reduceLanes(VectorOperators.ADD);
            forces[1][i] = -sumY.reduceLanes(VectorOperators.ADD);
        }
        return total;
    }

    static double inSpace(float[][] positions, int from, int to, float[][] forces) {
        float[] x = positions[0];
        float[] y = positions[1];
        float[] z = positions[2];
        double total = 0;
        for (int i = from; i < to; i++) {
            FloatVector sum = FloatVector.zero(SPECIES);
            FloatVector sumX = FloatVector.zero(SPECIES);
            FloatVector sumY = FloatVector.zero(SPECIES);
            FloatVector sumZ = FloatVector.zero(SPECIES);
            for (int j = 0; j < x.length; j += LANES) {
                VectorMask<Float> there = SPECIES.indexInRange(j, x.length);
                FloatVector dx = FloatVector.fromArray(SPECIES, x, j, there).sub(x[i]);
                FloatVector dy = FloatVector.fromArray(SPECIES, y, j, there).sub(y[i]);
                FloatVector dz = FloatVector.fromArray(SPECIES, z, j, there).sub(z[i]);
                FloatVector q = FloatVector.zero(SPECIES)
                        .blend(1, there)
                        .div(dx.fma(dx, dy.fma(dy, dz.mul(dz))).add(1));
                FloatVector squared = q.mul(q);
                sum = sum.add(q);
                sumX = squared.fma(dx, sumX);
                sumY = squared.fma(dy, sumY);
                sumZ = squared.fma(dz, sumZ);
            }
            total += sum.reduceLanes(VectorOperators.ADD);
            forces[0][i] = -sumX.reduceLanes(VectorOperators.ADD);
            forces[1][i] = -sumY.reduceLanes(VectorOperators.ADD);
            forces[2][i] = -sumZ.reduceLanes(VectorOperators.ADD);
        }
        return total;
    }

    static float product(float[] values, int a, int b, int count) {
        FloatVector sum = FloatVector.zero(SPECIES);
        int whole = SPECIES.loopBound(count);
        for (int i = 0; i < whole; i += LANES) {
            sum = FloatVector.fromArray(SPECIES, values, a + i)
                    .fma(FloatVector.fromArray(SPECIES, values, b + i), sum);
        }
        float total = sum.reduceLanes(VectorOperators.ADD);
        for (int i = whole; i < count; i++) {
            total += values[a + i] * values[b + i];
        }
        return total;
    }
}
