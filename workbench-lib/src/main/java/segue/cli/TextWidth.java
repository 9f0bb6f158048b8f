package segue.cli;

import java.io.Console;
import java.util.ArrayList;
import java.util.List;

/** Text by the columns that it takes on a terminal: two for an ideograph, none for a combining mark. */
final class TextWidth {
    private static final int LEAST = 40;

    private TextWidth() {}

    /** The columns of the terminal; where the output is no terminal as many as there are numbers, so that nothing is cut. */
    static int ofTerminal() {
        String width = System.getenv("SEGUE_TERMINAL_WIDTH");
        Console console = System.console();
        boolean known = width != null && width.matches("\\d{1,5}") && console != null && console.isTerminal();
        return known ? Math.max(LEAST, Integer.parseInt(width)) : Integer.MAX_VALUE;
    }

    static int of(String text) {
        return text.codePoints().map(TextWidth::of).sum();
    }

    private static int of(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        boolean wide = c >= 0x1100 && c <= 0x115f
                || c >= 0x2e80 && c <= 0xa4cf
                || c >= 0xac00 && c <= 0xd7a3
                || c >= 0xf900 && c <= 0xfaff
                || c >= 0xfe30 && c <= 0xfe6f
                || c >= 0xff00 && c <= 0xff60
                || c >= 0x1f300 && c <= 0x1faff
                || c >= 0x20000 && c <= 0x3fffd;
        return wide ? 2 : 1;
    }

    /** The text, or its beginning and … where it is wider. */
    static String cut(String text, int width) {
        if (of(text) <= width) {
            return text;
        }
        StringBuilder beginning = new StringBuilder();
        int used = 1;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            used += of(text.codePointAt(i));
            if (used > width) {
                break;
            }
            beginning.appendCodePoint(text.codePointAt(i));
        }
        return beginning.toString().stripTrailing() + "…";
    }

    /** The text and as many spaces as it lacks. */
    static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - of(text)));
    }

    /** The text in lines, broken at spaces. */
    static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (!line.isEmpty() && of(line.toString()) + 1 + of(word) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
