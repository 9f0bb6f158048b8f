package segue.kernel.assist;

/**
 * A way to go on at the cursor.
 *
 * @param text what replaces the name being typed
 * @param kind as front ends know it: {@code "function"}, {@code "class"}, {@code "instance"}, {@code "field"},
 *     {@code "keyword"}, {@code "module"}, {@code "magic"}, {@code "path"}
 * @param signature such as {@code (double x, double y) → double}
 * @param fits whether its type is the one that is wanted here
 */
public record Proposal(String text, String kind, String signature, Nearness nearness, boolean fits) {
    /** How near a name is to the person at work, nearest first. */
    public enum Nearness {
        /** A local variable, or a field or method of the class being written. */
        LOCAL,
        /** What the notebook has declared. */
        OWN,
        /** A member of the class asked for itself. */
        MEMBER,
        INHERITED,
        /** What every cell can call. */
        FUNCTION,
        /** A class that most code uses. */
        FAMILIAR,
        IMPORTED,
        KEYWORD,
        OF_OBJECT,
        NOT_IMPORTED,
        /** Not imported, and of a library that has hardly been meant. */
        FAR
    }

    Proposal(String text, String kind, String signature, Nearness nearness) {
        this(text, kind, signature, nearness, false);
    }

    Proposal fitting(boolean fits) {
        return new Proposal(text, kind, signature, nearness, fits);
    }

    Proposal withText(String text) {
        return new Proposal(text, kind, signature, nearness, fits);
    }

    /** The name alone, without parentheses. */
    String name() {
        int end = text.indexOf('(');
        return end < 0 ? text : text.substring(0, end);
    }
}
