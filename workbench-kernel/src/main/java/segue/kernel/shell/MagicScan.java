package segue.kernel.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import segue.kernel.magics.Arguments;

/**
 * Finds the lines and values with a percent sign in a cell. A line of its own outside of every block parts the cell in
 * two; within a block, or after an equals sign, it becomes a call, so that {@code List<String> jars = %jars lib/*.jar}
 * is Java.
 */
final class MagicScan {
    private final String code;
    private final StringBuilder text = new StringBuilder();
    private final List<Part> parts = new ArrayList<>();
    private int at;
    private int depth;
    private int partStart;
    private int lineStart;
    /** The last character outside of comments, or a percent sign for a magic; before which another may begin. */
    private char last = ';';

    private char beforeLast = ';';

    /** Positions are those in {@link #text()}. */
    sealed interface Part {
        int end();

        /** @param end where the next part begins */
        record Java(int start, int end) implements Part {}

        /** @param end after the line, without its line break */
        record Line(String name, int argumentsStart, int end) implements Part {}
    }

    MagicScan(String code) {
        this.code = code;
        if (code.indexOf('%') < 0) {
            text.append(code);
        } else {
            scan();
        }
        java(text.length());
    }

    /** The cell with calls in the place of those magics that stand amid Java. */
    String text() {
        return text.toString();
    }

    List<Part> parts() {
        return parts;
    }

    private void java(int end) {
        if (end > partStart) {
            parts.add(new Part.Java(partStart, end));
        }
        partStart = end;
    }

    private void scan() {
        while (at < code.length()) {
            char c = code.charAt(at);
            if (code.startsWith("//", at)) {
                copyTo(endOf("\n", at, false));
            } else if (code.startsWith("/*", at)) {
                copyTo(endOf("*/", at + 2, true));
            } else if (code.startsWith("\"\"\"", at)) {
                copyTo(endOfText("\"\"\"", at + 3));
                mark('"');
            } else if (c == '"' || c == '\'') {
                copyTo(endOfText(String.valueOf(c), at + 1));
                mark(c);
            } else if (c == '%' && beginsMagic()) {
                magic();
            } else {
                plain(c);
            }
        }
    }

    private void plain(char c) {
        switch (c) {
            case '{', '(', '[' -> depth++;
            case '}', ')', ']' -> depth = Math.max(0, depth - 1);
            default -> {
                // Only brackets open and close blocks.
            }
        }
        if (!Character.isWhitespace(c)) {
            mark(c);
        }
        text.append(c);
        at++;
        if (c == '\n') {
            lineStart = text.length();
        }
    }

    private void mark(char c) {
        beforeLast = last;
        last = c;
    }

    private boolean beginsMagic() {
        if (at + 1 >= code.length() || !Character.isLetter(code.charAt(at + 1))) {
            return false;
        }
        boolean ownLine = text.substring(lineStart).isBlank();
        boolean afterStatement = last == ';' || last == '}' || last == '%' || last == '{' && depth > 0;
        boolean afterEquals = last == '=' && "=!<>".indexOf(beforeLast) < 0;
        return ownLine && afterStatement || afterEquals;
    }

    private void magic() {
        int lineEnd = endOf("\n", at, false);
        int nameEnd = at + 1;
        while (nameEnd < lineEnd && Character.isJavaIdentifierPart(code.charAt(nameEnd))) {
            nameEnd++;
        }
        String name = code.substring(at + 1, nameEnd);
        if (last == '=' || depth > 0) {
            boolean topLevel = depth == 0;
            String arguments = code.substring(nameEnd, lineEnd).strip().replaceFirst(";$", "");
            text.append(call(name, arguments));
            at = lineEnd;
            if (topLevel) {
                // What follows may need what the magic has added.
                java(text.length());
            }
        } else {
            java(text.length());
            int argumentsStart = text.length() + nameEnd - at;
            copyTo(lineEnd);
            parts.add(new Part.Line(name, argumentsStart, text.length()));
            partStart = text.length();
        }
        last = '%';
    }

    private static String call(String name, String arguments) {
        return CellFunctions.class.getName() + ".lineMagic(" + literal(name) + ", java.util.List.of("
                + Arguments.of(arguments).words().stream()
                        .map(MagicScan::literal)
                        .collect(Collectors.joining(", "))
                + "));";
    }

    private static String literal(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private void copyTo(int end) {
        text.append(code, at, end);
        int lineBreak = text.lastIndexOf("\n");
        lineStart = Math.max(lineStart, lineBreak + 1);
        at = end;
    }

    private int endOf(String mark, int from, boolean inclusive) {
        int end = code.indexOf(mark, from);
        return end < 0 ? code.length() : inclusive ? end + mark.length() : end;
    }

    private int endOfText(String quote, int from) {
        for (int i = from; i < code.length(); i++) {
            if (code.charAt(i) == '\\') {
                i++;
            } else if (code.startsWith(quote, i)) {
                return i + quote.length();
            } else if (code.charAt(i) == '\n' && quote.length() == 1) {
                return i;
            }
        }
        return code.length();
    }
}
