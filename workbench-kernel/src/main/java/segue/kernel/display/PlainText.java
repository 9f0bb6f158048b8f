package segue.kernel.display;

import java.util.Collection;
import java.util.Map;

/** Values as text of limited length. */
public final class PlainText {
    private static final int LONGEST = 20_000;
    private static final int SUMMARY = 80;

    private PlainText() {}

    /** What {@code toString} says; a failing one is told instead of thrown. */
    public static String of(Object value) {
        String text;
        try {
            text = String.valueOf(value);
        } catch (RuntimeException | StackOverflowError e) {
            text = value.getClass().getName() + " (its toString failed: "
                    + e.getClass().getName() + (e.getMessage() == null ? "" : ": " + e.getMessage()) + ")";
        }
        if (text == null) {
            text = value.getClass().getName() + " (its toString returned null)";
        }
        return text.length() <= LONGEST
                ? text
                : text.substring(0, LONGEST) + String.format("… %,d more characters", text.length() - LONGEST);
    }

    /** On one line. */
    public static String summary(Object value) {
        String size = switch (value) {
            case Collection<?> collection -> "(" + collection.size() + " elements) ";
            case Map<?, ?> map -> "(" + map.size() + " entries) ";
            case null, default -> "";
        };
        String text = of(value).strip().replaceAll("\\s+", " ");
        return size + (text.length() <= SUMMARY ? text : text.substring(0, SUMMARY) + "…");
    }
}
