package segue.neighbors.hubness;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import segue.neighbors.ProgressListener;

/**
 * How a space is examined.
 *
 * @param k neighbours a row, at least 1 and at most the candidates
 * @param sample rows at most: where the space has more, so many are drawn and examined as a space of their own. Hubness grows
 *     with the number of rows, so a sample shows somewhat less of it
 * @param seed of the sample, and of the draws that tell what chance would give
 * @param tried the reductions to try; the plain distance is tried in any case
 * @param reduction how each reduction is built; its progress is told of the whole examination
 */
public record DoctorOptions(int k, int sample, long seed, Set<HubnessReduction> tried, ReductionOptions reduction) {
    /** @throws IllegalArgumentException if a number is out of its range */
    public DoctorOptions {
        if (k < 1 || k > reduction.candidates()) {
            throw new IllegalArgumentException(
                    "k must be in [1, %d], the number of candidates, but was %d".formatted(reduction.candidates(), k));
        }
        if (sample < 1) {
            throw new IllegalArgumentException("the sample must be of at least 1 row but was " + sample);
        }
        EnumSet<HubnessReduction> withPlain = EnumSet.of(HubnessReduction.NONE);
        withPlain.addAll(tried);
        tried = Collections.unmodifiableSet(withPlain);
    }

    /** Ten neighbours, 20,000 rows at most, seed 42, every reduction but gaussian proximity, {@link ReductionOptions#defaults()}. */
    public static DoctorOptions defaults() {
        return new DoctorOptions(
                10,
                20_000,
                42,
                EnumSet.complementOf(EnumSet.of(HubnessReduction.GAUSSIAN_PROXIMITY)),
                ReductionOptions.defaults());
    }

    public DoctorOptions withK(int k) {
        return new DoctorOptions(k, sample, seed, tried, reduction);
    }

    /** Examines at most so many rows; {@link Integer#MAX_VALUE} for all. */
    public DoctorOptions withSample(int rows) {
        return new DoctorOptions(k, rows, seed, tried, reduction);
    }

    public DoctorOptions withSeed(long seed) {
        return new DoctorOptions(k, sample, seed, tried, reduction);
    }

    /** Tries these and the plain distance. */
    public DoctorOptions trying(Collection<HubnessReduction> reductions) {
        return new DoctorOptions(k, sample, seed, Set.copyOf(reductions), reduction);
    }

    public DoctorOptions withReduction(ReductionOptions reduction) {
        return new DoctorOptions(k, sample, seed, tried, reduction);
    }

    public DoctorOptions reporting(ProgressListener progress) {
        return withReduction(reduction.reporting(progress));
    }
}
