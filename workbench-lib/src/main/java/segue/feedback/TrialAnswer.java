package segue.feedback;

import java.util.OptionalInt;

/**
 * Which side of a trial a listener prefers, and what each is worth to them, where they said so.
 *
 * @param leftScore 0 to 10; both scores are given, or neither
 * @param rightScore 0 to 10
 */
public record TrialAnswer(Side preferred, OptionalInt leftScore, OptionalInt rightScore) {
    /** In the database by these names. */
    public enum Side {
        LEFT,
        RIGHT,
        /** Both are as good, or as bad. */
        NEITHER
    }

    /** @throws IllegalArgumentException if one score is missing, or one is out of range */
    public TrialAnswer {
        if (leftScore.isPresent() != rightScore.isPresent()) {
            throw new IllegalArgumentException("both sides need a score, or neither");
        }
        leftScore.ifPresent(score -> Opinion.requireScore("score of the left side", score));
        rightScore.ifPresent(score -> Opinion.requireScore("score of the right side", score));
    }

    public static TrialAnswer of(Side preferred) {
        return new TrialAnswer(preferred, OptionalInt.empty(), OptionalInt.empty());
    }

    /** The side of the higher score is the preferred one. */
    public static TrialAnswer ofScores(int left, int right) {
        Side preferred = left > right ? Side.LEFT : right > left ? Side.RIGHT : Side.NEITHER;
        return new TrialAnswer(preferred, OptionalInt.of(left), OptionalInt.of(right));
    }
}
