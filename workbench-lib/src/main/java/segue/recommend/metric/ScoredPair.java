package segue.recommend.metric;

/**
 * What somebody said of a song that was recommended for another.
 *
 * @param asked row of the song asked for
 * @param recommended row of the song that was recommended
 * @param score 0 not at all, to 10
 */
public record ScoredPair(int asked, int recommended, double score) {
    public static final double BEST = 10;

    /** @throws IllegalArgumentException if a row is negative, or the score out of its range */
    public ScoredPair {
        if (asked < 0 || recommended < 0) {
            throw new IllegalArgumentException(
                    "rows must be at least 0 but were %d and %d".formatted(asked, recommended));
        }
        if (!(score >= 0 && score <= BEST)) {
            throw new IllegalArgumentException("score must be in [0, 10] but was " + score);
        }
    }

    /** A like counts as 10. */
    public static ScoredPair like(int asked, int recommended) {
        return new ScoredPair(asked, recommended, BEST);
    }

    /** A dislike counts as 0. */
    public static ScoredPair dislike(int asked, int recommended) {
        return new ScoredPair(asked, recommended, 0);
    }
}
