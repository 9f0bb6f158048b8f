package segue.lab;

import java.util.Locale;

/**
 * What became of the answers of one contender at one task.
 *
 * @param sentence in words: what was compared, what is wrong, or why it did not run
 * @param recall share of the true nearest rows that was found, 0 to 1; NaN where nothing was
 */
public record Verdict(Kind kind, String sentence, double recall) {
    /** Only what is right has times. */
    public enum Kind {
        SAME_ROWS,
        SAME_DISTANCES,
        APPROXIMATE,
        WRONG,
        NOT_RUN
    }

    static Verdict notRun(String reason) {
        return new Verdict(Kind.NOT_RUN, reason, Double.NaN);
    }

    static Verdict wrong(String where) {
        return new Verdict(Kind.WRONG, where, Double.NaN);
    }

    /** Whether the answers are what was promised. */
    public boolean isRight() {
        return kind != Kind.WRONG && kind != Kind.NOT_RUN;
    }

    /** A word or two for a table. */
    public String label() {
        return switch (kind) {
            case SAME_ROWS -> "same rows";
            case SAME_DISTANCES -> "as near";
            case APPROXIMATE -> String.format(Locale.ROOT, "recall %.3f", recall);
            case WRONG -> "WRONG: " + sentence;
            case NOT_RUN -> "not run: " + sentence;
        };
    }
}
