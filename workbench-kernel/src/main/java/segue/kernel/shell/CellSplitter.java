package segue.kernel.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds where each top-level piece of a cell ends: an import, a declaration, a statement or an expression. Brackets and
 * keywords are enough for that, so no compiler has to be asked; code that is wrong is cut somewhere, and whoever parses
 * the piece says what is wrong.
 */
final class CellSplitter {
    private static final Set<String> MODIFIERS = Set.of(
            "public",
            "protected",
            "private",
            "static",
            "final",
            "abstract",
            "native",
            "synchronized",
            "transient",
            "volatile",
            "strictfp",
            "sealed",
            "default");
    private static final Set<String> NO_TYPES = Set.of("new", "return", "throw", "yield", "assert", "else", "case");
    private static final Set<String> NO_METHODS =
            Set.of("if", "for", "while", "switch", "synchronized", "catch", "try", "this", "super");

    /** The code with comments blanked and strings filled with underscores. */
    private final String code;

    private final int to;

    private CellSplitter(String code, int to) {
        this.code = code;
        this.to = to;
    }

    /**
     * The position after each piece, in order; comments and blanks before a piece belong to it, those that end the code to
     * none.
     */
    static List<Integer> ends(String code, int from, int to) {
        String bare = CodeText.blank(code.substring(0, to), false);
        String withoutStrings = CodeText.blank(code.substring(0, to), true);
        StringBuilder masked = new StringBuilder(bare);
        for (int i = 0; i < masked.length(); i++) {
            if (withoutStrings.charAt(i) == ' ' && !Character.isWhitespace(bare.charAt(i))) {
                masked.setCharAt(i, '_');
            }
        }
        CellSplitter splitter = new CellSplitter(masked.toString(), to);
        List<Integer> ends = new ArrayList<>();
        int at = splitter.skipBlank(from);
        while (at < to) {
            int end = splitter.piece(at);
            ends.add(end);
            at = splitter.skipBlank(end);
        }
        return ends;
    }

    private int piece(int at) {
        if (word(at).equals("import")) {
            return importEnd(at);
        }
        int body = typeBody(at);
        return body >= 0 ? closing(body) : statement(at);
    }

    /** An import may lack its semicolon; then it ends with its line. */
    private int importEnd(int at) {
        int i = at;
        while (i < to
                && (isWordPart(i) || Character.isWhitespace(code.charAt(i)) || ".*".indexOf(code.charAt(i)) >= 0)) {
            i++;
        }
        if (i < to && code.charAt(i) == ';') {
            return i + 1;
        }
        int line = code.indexOf('\n', at);
        return line < 0 || line > to ? to : line;
    }

    /** Where the body of the class, interface, enum, record or annotation begins that is declared here, or -1. */
    private int typeBody(int at) {
        int i = skipBlank(afterModifiers(at));
        String word = word(i);
        boolean declares = switch (word) {
            case "class", "interface", "enum" -> true;
            case "record" -> {
                int name = skipBlank(i + word.length());
                int after = skipBlank(name + word(name).length());
                yield !word(name).isEmpty() && after < to && "(<".indexOf(code.charAt(after)) >= 0;
            }
            default -> isAt(i, '@') && word(skipBlank(i + 1)).equals("interface");
        };
        if (!declares) {
            return -1;
        }
        while (i < to && code.charAt(i) != '{' && code.charAt(i) != ';') {
            i = "([".indexOf(code.charAt(i)) >= 0 ? closing(i) : i + 1;
        }
        return isAt(i, '{') ? i : -1;
    }

    private int afterModifiers(int at) {
        int i = at;
        while (i < to) {
            String word = word(i);
            int next = skipBlank(i + word.length());
            if (code.startsWith("non-sealed", i)) {
                i = skipBlank(i + "non-sealed".length());
            } else if (MODIFIERS.contains(word) && !isAt(next, '(') && !isAt(next, '.') && !isAt(next, '=')) {
                i = next;
            } else if (isAt(i, '@') && !word(skipBlank(i + 1)).equals("interface")) {
                i = afterAnnotation(i);
            } else {
                return i;
            }
        }
        return i;
    }

    private int afterAnnotation(int at) {
        int i = skipBlank(at + 1);
        while (i < to && (isWordPart(i) || code.charAt(i) == '.')) {
            i++;
        }
        i = skipBlank(i);
        return isAt(i, '(') ? skipBlank(closing(i)) : i;
    }

    private int statement(int start) {
        int at = skipBlank(start);
        if (at >= to) {
            return to;
        }
        if (code.charAt(at) == '{') {
            return closing(at);
        }
        String word = word(at);
        int next = skipBlank(at + word.length());
        switch (word) {
            case "if" -> {
                int then = statement(parentheses(next));
                int other = skipBlank(then);
                return word(other).equals("else") ? statement(other + 4) : then;
            }
            case "for", "while" -> {
                return statement(parentheses(next));
            }
            case "do" -> {
                int condition = skipBlank(statement(next));
                return word(condition).equals("while") ? expression(condition) : condition;
            }
            case "try" -> {
                return afterTry(next);
            }
            case "switch" -> {
                int body = skipBlank(parentheses(next));
                int end = isAt(body, '{') ? closing(body) : body;
                return isAt(skipBlank(end), '.') ? expression(at) : end;
            }
            case "synchronized" -> {
                return isAt(next, '(') ? statement(parentheses(next)) : expression(at);
            }
            default -> {
                boolean label = !word.isEmpty() && isAt(next, ':') && !isAt(next + 1, ':') && !word.equals("default");
                return label ? statement(next + 1) : expression(at);
            }
        }
    }

    private int afterTry(int at) {
        int end = statement(parentheses(at));
        while (true) {
            int next = skipBlank(end);
            switch (word(next)) {
                case "catch" -> end = statement(parentheses(skipBlank(next + 5)));
                case "finally" -> end = statement(next + 7);
                default -> {
                    return end;
                }
            }
        }
    }

    /** An expression, a variable or a method: up to its semicolon, or to the end of a method's body. */
    private int expression(int at) {
        int i = at;
        while (i < to) {
            switch (code.charAt(i)) {
                case ';' -> {
                    return i + 1;
                }
                case '(', '[' -> i = closing(i);
                case '{' -> {
                    if (isMethodHeader(at, i)) {
                        return closing(i);
                    }
                    i = closing(i);
                }
                case ')', ']', '}' -> {
                    return Math.max(i, at + 1);
                }
                default -> i++;
            }
        }
        return to;
    }

    /** Whether the text between is a method's up to its body: a type, a name, parentheses, and perhaps exceptions. */
    private boolean isMethodHeader(int from, int brace) {
        String header = code.substring(from, brace).stripTrailing();
        header = header.replaceFirst("(?s)\\bthrows\\s[\\w$.,@<>\\s]+$", "").replaceFirst("(\\s*\\[\\s*])+\\s*$", "");
        int close = header.stripTrailing().length() - 1;
        if (close < 0 || header.charAt(close) != ')') {
            return false;
        }
        int open = opening(header, close);
        int nameEnd = open;
        while (nameEnd > 0 && Character.isWhitespace(header.charAt(nameEnd - 1))) {
            nameEnd--;
        }
        int nameStart = nameEnd;
        while (nameStart > 0 && Character.isJavaIdentifierPart(header.charAt(nameStart - 1))) {
            nameStart--;
        }
        String type = header.substring(0, nameStart).strip();
        if (nameStart == nameEnd || type.isEmpty() || NO_METHODS.contains(header.substring(nameStart, nameEnd))) {
            return false;
        }
        char last = type.charAt(type.length() - 1);
        String lastWord = type.substring(type.length() - trailingWord(type));
        return (Character.isJavaIdentifierPart(last) || last == '>' || last == ']')
                && type.indexOf('=') < 0
                && !type.endsWith("->")
                && !NO_TYPES.contains(lastWord);
    }

    private static int trailingWord(String text) {
        int length = 0;
        while (length < text.length() && Character.isJavaIdentifierPart(text.charAt(text.length() - 1 - length))) {
            length++;
        }
        return length;
    }

    private static int opening(String text, int close) {
        int depth = 0;
        for (int i = close; i >= 0; i--) {
            if (text.charAt(i) == ')') {
                depth++;
            } else if (text.charAt(i) == '(' && --depth == 0) {
                return i;
            }
        }
        return 0;
    }

    private int parentheses(int at) {
        return isAt(at, '(') ? closing(at) : at;
    }

    /** The position after the bracket that closes the one here. */
    private int closing(int open) {
        int depth = 0;
        for (int i = open; i < to; i++) {
            switch (code.charAt(i)) {
                case '(', '[', '{' -> depth++;
                case ')', ']', '}' -> depth--;
                default -> {}
            }
            if (depth == 0) {
                return i + 1;
            }
        }
        return to;
    }

    private String word(int at) {
        int end = at;
        while (end < to && isWordPart(end)) {
            end++;
        }
        return at < end ? code.substring(at, end) : "";
    }

    private int skipBlank(int at) {
        int i = at;
        while (i < to && Character.isWhitespace(code.charAt(i))) {
            i++;
        }
        return i;
    }

    private boolean isWordPart(int at) {
        return Character.isJavaIdentifierPart(code.charAt(at));
    }

    private boolean isAt(int at, char c) {
        return at < to && code.charAt(at) == c;
    }
}
