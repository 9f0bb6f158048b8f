package segue.audio.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** In vectors: energies of pieces in single precision, added up in double. */
final class SimdSampleScan implements SampleScan {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    /** A power of two, and short enough for single precision. */
    private static final int PIECE = 1_024;

    private final ScalarSampleScan scalar = new ScalarSampleScan();

    @Override
    public double energy(float[] samples, int from, int to) {
        double energy = 0;
        int i = from;
        for (; i + 4 * LANES <= to; ) {
            int end = Math.min(i + PIECE, to - (to - i) % (4 * LANES));
            energy += piece(samples, i, end);
            i = end;
        }
        return energy + scalar.energy(samples, i, to);
    }

    /** @param to a multiple of four vectors behind {@code from} */
    private static double piece(float[] samples, int from, int to) {
        FloatVector first = FloatVector.zero(SPECIES);
        FloatVector second = first;
        FloatVector third = first;
        FloatVector fourth = first;
        for (int i = from; i < to; i += 4 * LANES) {
            FloatVector next = FloatVector.fromArray(SPECIES, samples, i);
            first = next.fma(next, first);
            next = FloatVector.fromArray(SPECIES, samples, i + LANES);
            second = next.fma(next, second);
            next = FloatVector.fromArray(SPECIES, samples, i + 2 * LANES);
            third = next.fma(next, third);
            next = FloatVector.fromArray(SPECIES, samples, i + 3 * LANES);
            fourth = next.fma(next, fourth);
        }
        return Lanes.sum(first.add(second).add(third.add(fourth)));
    }

    @Override
    public float peak(float[] samples, int from, int to) {
        FloatVector first = FloatVector.zero(SPECIES);
        FloatVector second = first;
        int i = from;
        for (; i + 2 * LANES <= to; i += 2 * LANES) {
            first = first.max(FloatVector.fromArray(SPECIES, samples, i).abs());
            second = second.max(
                    FloatVector.fromArray(SPECIES, samples, i + LANES).abs());
        }
        return Math.max(first.max(second).reduceLanes(VectorOperators.MAX), scalar.peak(samples, i, to));
    }
}
