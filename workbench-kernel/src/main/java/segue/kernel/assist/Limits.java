package segue.kernel.assist;

import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/** How much code is looked at, and what becomes of a question that the compiler stumbles over. */
final class Limits {
    /** Nobody writes a cell of this many characters by hand; one that is pasted runs, but is not looked into. */
    private static final int LONGEST_CELL = 200_000;

    private Limits() {}

    /** The answer, or the other where there is none: code that is being written can make the compiler fail. */
    static <T> T guarded(String code, Supplier<T> answer, T other) {
        if (code.length() > LONGEST_CELL) {
            return other;
        }
        try {
            return answer.get();
        } catch (RuntimeException | AssertionError | StackOverflowError e) {
            Logger.getLogger(Limits.class.getName()).log(Level.FINE, "a question about code has no answer", e);
            return other;
        }
    }
}
