package segue.feedback;

import java.util.Locale;
import java.util.OptionalInt;

/**
 * What a listener says of a recommendation: like, dislike, a score, or that what was said before counts no longer.
 *
 * @param score 0 to 10 for {@link Kind#SCORE}, empty for the others
 */
public record Opinion(Kind kind, OptionalInt score) {
    public static final int BEST = 10;

    public static final Opinion LIKE = new Opinion(Kind.LIKE, OptionalInt.empty());
    public static final Opinion DISLIKE = new Opinion(Kind.DISLIKE, OptionalInt.empty());

    /** Takes back what was said before. */
    public static final Opinion WITHDRAWN = new Opinion(Kind.WITHDRAWN, OptionalInt.empty());

    /** In the database by these names. */
    public enum Kind {
        LIKE,
        DISLIKE,
        SCORE,
        WITHDRAWN
    }

    /** @throws IllegalArgumentException if there is a score where none belongs, or none where one does, or it is out of range */
    public Opinion {
        if (score.isPresent() != (kind == Kind.SCORE)) {
            throw new IllegalArgumentException("a score goes with %s, not with %s".formatted(Kind.SCORE, kind));
        }
        if (score.isPresent()) {
            requireScore("score", score.getAsInt());
        }
    }

    /** @param score from 0, never again, to 10 */
    public static Opinion score(int score) {
        return new Opinion(Kind.SCORE, OptionalInt.of(score));
    }

    static void requireScore(String what, int score) {
        if (score < 0 || score > BEST) {
            throw new IllegalArgumentException("%s must be in [0, %d] but was %d".formatted(what, BEST, score));
        }
    }

    /** On one scale with scores, for what learns from all of them: a like is 10, a dislike 0; empty where it was withdrawn. */
    public OptionalInt asScore() {
        return switch (kind) {
            case LIKE -> OptionalInt.of(BEST);
            case DISLIKE -> OptionalInt.of(0);
            case SCORE -> score;
            case WITHDRAWN -> OptionalInt.empty();
        };
    }

    @Override
    public String toString() {
        return score.isPresent()
                ? score.getAsInt() + " of " + BEST
                : kind.name().toLowerCase(Locale.ROOT);
    }
}
