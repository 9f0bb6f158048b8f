package segue.kernel.display;

import java.util.Collection;
import java.util.Map;

/** Values as text of limited length. */
public final class PlainText {
    private static final int LONGEST = 20_000;
    private static final int SUMMARY = 80;

    private PlainText() {}

    /**
     * What {@code toString} says, or as much of it as tells something; arrays are written with their elements. A failing
     * {@code toString} is told instead of thrown.
     */
    public static String of(Object value) {
        return limited(value, LONGEST);
    }

    private static String limited(Object value, int longest) {
        String text;
        try {
            text = BoundedText.isContainer(value) ? BoundedText.of(value, longest) : own(value);
        } catch (RuntimeException | StackOverflowError e) {
            text = failed(value, e);
        }
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return text.substring(0, end) + String.format("… %,d more characters", text.length() - end);
    }

    /** What its own {@code toString} says, of any length. */
    static String own(Object value) {
        String text;
        try {
            text = String.valueOf(value);
        } catch (RuntimeException | StackOverflowError e) {
            return failed(value, e);
        }
        return text == null ? value.getClass().getName() + " (its toString returned null)" : text;
    }

    private static String failed(Object value, Throwable e) {
        return value.getClass().getName() + " (its toString failed: "
                + e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + e.getMessage()) + ")";
    }

    /** On one line. */
    public static String summary(Object value) {
        String size = "";
        try {
            size = switch (value) {
                case Collection<?> collection -> "(" + collection.size() + " elements) ";
                case Map<?, ?> map -> "(" + map.size() + " entries) ";
                case null, default -> "";
            };
        } catch (RuntimeException e) {
            // Its text says what is wrong with it.
        }
        String text = limited(value, SUMMARY + 1).strip().replaceAll("\\s+", " ");
        return size + (text.length() <= SUMMARY ? text : text.substring(0, SUMMARY) + "…");
    }
}
