package segue.kernel.assist;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines of a cell that begin with a percent sign, and what is left without them. */
final class MagicLines {
    private static final Pattern MAGIC = Pattern.compile("(%{1,2})([A-Za-z]\\w*)?");

    private MagicLines() {}

    /**
     * A magic at the cursor.
     *
     * @param name with its percent signs, as far as it is typed before the cursor
     * @param nameStart position of its first percent sign
     * @param arguments position after the name, or -1 where the cursor stands in the name
     */
    record At(String name, int nameStart, int arguments) {}

    static Optional<At> at(String code, int cursor) {
        int lineStart = code.lastIndexOf('\n', cursor - 1) + 1;
        Matcher matcher = MAGIC.matcher(code).region(lineStart, code.length());
        int from = lineStart;
        while (from < cursor && Character.isWhitespace(code.charAt(from))) {
            from++;
        }
        int equals = code.lastIndexOf('=', cursor - 1);
        if (equals > lineStart
                && code.substring(equals + 1, cursor).stripLeading().startsWith("%")) {
            from = code.indexOf('%', equals);
        } else if (!beginsStatement(code, from)) {
            return Optional.empty();
        }
        if (!matcher.find(from) || matcher.start() != from || from >= cursor) {
            return Optional.empty();
        }
        return cursor <= matcher.end()
                ? Optional.of(new At(code.substring(from, cursor), from, -1))
                : Optional.of(new At(matcher.group(), from, matcher.end()));
    }

    /** A percent sign that begins a line may also be a remainder, or stand in a comment or text block. */
    private static boolean beginsStatement(String code, int position) {
        String before = code.substring(0, position);
        var tokens = Tokens.of(before);
        if (!tokens.isEmpty() && !tokens.getLast().closed() && tokens.getLast().kind() != Token.Kind.STRING) {
            return false;
        }
        String lastLine = before.stripTrailing();
        lastLine = lastLine.substring(lastLine.lastIndexOf('\n') + 1).strip();
        if (lastLine.startsWith("%")) {
            return true;
        }
        var significant = Tokens.significant(before);
        return significant.isEmpty()
                || significant.getLast().is(";")
                || significant.getLast().is("}")
                || significant.getLast().is("{");
    }

    /**
     * The cell with blanks where magics stand; positions stay. What follows {@code %time} is code and stays too.
     *
     * @param takesCode whether the magic of this name has code after it
     */
    static String java(String code, java.util.function.Predicate<String> takesCode) {
        if (code.indexOf('%') < 0) {
            return code;
        }
        StringBuilder out = new StringBuilder(code);
        if (code.stripLeading().startsWith("%%")) {
            int start = code.indexOf("%%");
            int lineEnd = lineEnd(code, start);
            Matcher matcher = MAGIC.matcher(code);
            boolean java = matcher.find(start) && takesCode.test(matcher.group());
            blank(out, start, java ? lineEnd : code.length());
            return out.toString();
        }
        int line = 0;
        while (line < code.length()) {
            int lineEnd = lineEnd(code, line);
            int percent = code.indexOf('%', line);
            if (percent >= 0 && percent < lineEnd) {
                at(code, Math.min(percent + 1, code.length())).ifPresent(at -> {
                    Matcher matcher = MAGIC.matcher(code);
                    boolean java = matcher.find(at.nameStart()) && takesCode.test(matcher.group());
                    blank(out, at.nameStart(), java ? matcher.end() : lineEnd);
                    String before = code.substring(0, at.nameStart()).stripTrailing();
                    if (before.endsWith("=") && lineEnd - at.nameStart() >= "null;".length()) {
                        out.replace(at.nameStart(), at.nameStart() + "null;".length(), "null;");
                    }
                });
            }
            line = lineEnd + 1;
        }
        return out.toString();
    }

    private static int lineEnd(String code, int from) {
        int end = code.indexOf('\n', from);
        return end < 0 ? code.length() : end;
    }

    private static void blank(StringBuilder code, int start, int end) {
        for (int i = start; i < end; i++) {
            if (code.charAt(i) != '\n') {
                code.setCharAt(i, ' ');
            }
        }
    }
}
