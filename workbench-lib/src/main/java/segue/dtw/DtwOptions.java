package segue.dtw;

/**
 * How two sequences are laid on each other.
 *
 * @param cost of one frame on another; default {@link LocalCost#EUCLIDEAN}
 * @param band how far a path may leave the diagonal, as a share of the longer sequence, 0 to 1; 1, the default, is no limit.
 *     See {@link Band#of}
 * @param divided whether distances are divided by the frames of both sequences together, so that pairs of different lengths
 *     can be compared; default false, the sum along the path as it is
 * @param subsequence whether the first sequence may lie anywhere within the second, as librosa's {@code subseq}; default
 *     false. Takes no band
 */
public record DtwOptions(LocalCost cost, double band, boolean divided, boolean subsequence) {
    public DtwOptions {
        if (cost == null) {
            throw new IllegalArgumentException("the local cost must be one of " + LocalCost.labels() + " but was null");
        }
        if (!(band >= 0 && band <= 1)) {
            throw new IllegalArgumentException("band must be in [0, 1] but was " + band);
        }
        if (subsequence && band < 1) {
            throw new IllegalArgumentException(
                    "a subsequence may begin anywhere, so it takes no band: band must be 1 but was " + band);
        }
    }

    /** As librosa's {@code sequence.dtw}: euclidean, no band, the plain sum. */
    public static DtwOptions defaults() {
        return new DtwOptions(LocalCost.EUCLIDEAN, 1, false, false);
    }

    public DtwOptions withCost(LocalCost cost) {
        return new DtwOptions(cost, band, divided, subsequence);
    }

    public DtwOptions withBand(double band) {
        return new DtwOptions(cost, band, divided, subsequence);
    }

    public DtwOptions withDivided(boolean divided) {
        return new DtwOptions(cost, band, divided, subsequence);
    }

    public DtwOptions withSubsequence(boolean subsequence) {
        return new DtwOptions(cost, band, divided, subsequence);
    }

    /** What a sum along a path is divided by. */
    double divisor(int rows, int columns) {
        return divided ? (double) rows + columns : 1;
    }
}
