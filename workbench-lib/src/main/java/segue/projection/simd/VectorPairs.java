package segue.projection.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import segue.projection.Sources;

/** Repulsive forces of points, or of groups of them, one by one. */
final class VectorPairs {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    private VectorPairs() {}

    /** All points push. */
    static double onPlane(float[][] positions, int from, int to, float[][] forces) {
        return onPlane(positions, null, positions[0].length, positions, from, to, forces);
    }

    static double onPlaneBy(Sources sources, float[][] positions, int from, int to, float[][] forces) {
        return onPlane(sources.positions(), sources.weights(), sources.size(), positions, from, to, forces);
    }

    static double inSpace(float[][] positions, int from, int to, float[][] forces) {
        return inSpace(positions, null, positions[0].length, positions, from, to, forces);
    }

    static double inSpaceBy(Sources sources, float[][] positions, int from, int to, float[][] forces) {
        return inSpace(sources.positions(), sources.weights(), sources.size(), positions, from, to, forces);
    }

    /** Weights of the {@code i}-th vector of sources: 1 where there are none, 0 beyond the last. */
    private static FloatVector weights(float[] weights, int i, int count) {
        if (weights != null) {
            return FloatVector.fromArray(SPECIES, weights, i);
        }
        return i + LANES <= count
                ? FloatVector.broadcast(SPECIES, 1)
                : FloatVector.zero(SPECIES).blend(1, SPECIES.indexInRange(i, count));
    }

    private static FloatVector coordinates(float[] values, int i, int count) {
        return i + LANES <= count
                ? FloatVector.fromArray(SPECIES, values, i)
                : FloatVector.fromArray(SPECIES, values, i, SPECIES.indexInRange(i, count));
    }

    private static double onPlane(
            float[][] sources, float[] weights, int count, float[][] positions, int from, int to, float[][] forces) {
        float[] x = sources[0];
        float[] y = sources[1];
        double total = 0;
        for (int i = from; i < to; i++) {
            float ownX = positions[0][i];
            float ownY = positions[1][i];
            FloatVector sum = FloatVector.zero(SPECIES);
            FloatVector sumX = FloatVector.zero(SPECIES);
            FloatVector sumY = FloatVector.zero(SPECIES);
            for (int j = 0; j < count; j += LANES) {
                FloatVector dx = coordinates(x, j, count).sub(ownX);
                FloatVector dy = coordinates(y, j, count).sub(ownY);
                FloatVector apart = dx.fma(dx, dy.mul(dy)).add(1);
                FloatVector q = FloatVector.broadcast(SPECIES, 1).div(apart);
                FloatVector weighted = weights(weights, j, count).mul(q);
                FloatVector squared = weighted.mul(q);
                sum = sum.add(weighted);
                sumX = squared.fma(dx, sumX);
                sumY = squared.fma(dy, sumY);
            }
            total += LaneSum.of(sum);
            forces[0][i] = -LaneSum.of(sumX);
            forces[1][i] = -LaneSum.of(sumY);
        }
        return total;
    }

    private static double inSpace(
            float[][] sources, float[] weights, int count, float[][] positions, int from, int to, float[][] forces) {
        float[] x = sources[0];
        float[] y = sources[1];
        float[] z = sources[2];
        double total = 0;
        for (int i = from; i < to; i++) {
            float ownX = positions[0][i];
            float ownY = positions[1][i];
            float ownZ = positions[2][i];
            FloatVector sum = FloatVector.zero(SPECIES);
            FloatVector sumX = FloatVector.zero(SPECIES);
            FloatVector sumY = FloatVector.zero(SPECIES);
            FloatVector sumZ = FloatVector.zero(SPECIES);
            for (int j = 0; j < count; j += LANES) {
                FloatVector dx = coordinates(x, j, count).sub(ownX);
                FloatVector dy = coordinates(y, j, count).sub(ownY);
                FloatVector dz = coordinates(z, j, count).sub(ownZ);
                FloatVector apart = dx.fma(dx, dy.fma(dy, dz.mul(dz))).add(1);
                FloatVector q = FloatVector.broadcast(SPECIES, 1).div(apart);
                FloatVector weighted = weights(weights, j, count).mul(q);
                FloatVector squared = weighted.mul(q);
                sum = sum.add(weighted);
                sumX = squared.fma(dx, sumX);
                sumY = squared.fma(dy, sumY);
                sumZ = squared.fma(dz, sumZ);
            }
            total += LaneSum.of(sum);
            forces[0][i] = -LaneSum.of(sumX);
            forces[1][i] = -LaneSum.of(sumY);
            forces[2][i] = -LaneSum.of(sumZ);
        }
        return total;
    }

    static float product(float[] values, int a, int b, int count) {
        FloatVector sum = FloatVector.zero(SPECIES);
        int whole = SPECIES.loopBound(count);
        for (int i = 0; i < whole; i += LANES) {
            sum = FloatVector.fromArray(SPECIES, values, a + i).fma(FloatVector.fromArray(SPECIES, values, b + i), sum);
        }
        float total = LaneSum.of(sum);
        for (int i = whole; i < count; i++) {
            total += values[a + i] * values[b + i];
        }
        return total;
    }
}
