package segue.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A list of names in one field of a table, in any of the forms that public song tables use: a Python list literal with
 * mixed quoting ({@code ['A', "Gigi D'Agostino"]}), the same with the brackets stripped, names joined by {@code ;}, or
 * one bare name. Blank names are dropped; a name that occurs twice stays once.
 */
public final class NameList {
    private final String text;
    private int at;

    private NameList(String text) {
        this.text = text;
    }

    /** The names in a field, in its order. */
    public static List<String> parse(String field) {
        String text = field.strip();
        if (text.isEmpty()) {
            return List.of();
        }
        char first = text.charAt(0);
        if (first == '[') {
            Optional<List<String>> names = new NameList(text).literal();
            if (names.isPresent()) {
                return names.get();
            }
        } else if (first == '\'' || first == '"') {
            Optional<List<String>> names = new NameList("[" + text + "]").literal();
            if (names.isPresent() && names.get().size() > 1) {
                return names.get();
            }
        }
        return split(text, ";");
    }

    /** The parts of {@code text} between {@code separator}s, trimmed, without blanks and repetitions. */
    static List<String> split(String text, String separator) {
        List<String> parts = new ArrayList<>(2);
        int from = 0;
        for (int to; (to = text.indexOf(separator, from)) >= 0; from = to + separator.length()) {
            add(parts, text.substring(from, to));
        }
        add(parts, text.substring(from));
        return List.copyOf(parts);
    }

    /** A Python list literal that {@link #parse} reads back. */
    public static String literal(List<String> names) {
        StringBuilder out = new StringBuilder("[");
        for (String name : names) {
            out.append(out.length() == 1 ? "" : ", ");
            char quote = name.indexOf('\'') >= 0 && name.indexOf('"') < 0 ? '"' : '\'';
            out.append(quote);
            for (int i = 0; i < name.length(); i++) {
                char c = name.charAt(i);
                switch (c) {
                    case '\n' -> out.append("\\n");
                    case '\r' -> out.append("\\r");
                    case '\t' -> out.append("\\t");
                    default -> out.append(c == quote || c == '\\' ? "\\" : "").append(c);
                }
            }
            out.append(quote);
        }
        return out.append(']').toString();
    }

    private static void add(List<String> names, String name) {
        String bare = name.strip();
        if (!bare.isEmpty() && !names.contains(bare)) {
            names.add(bare);
        }
    }

    private Optional<List<String>> literal() {
        List<String> names = new ArrayList<>(2);
        at = 1;
        skipSpaces();
        while (at < text.length() && text.charAt(at) != ']') {
            char quote = text.charAt(at);
            if (quote != '\'' && quote != '"') {
                return Optional.empty();
            }
            String name = quoted(quote);
            if (name == null) {
                return Optional.empty();
            }
            add(names, name);
            skipSpaces();
            if (at < text.length() && text.charAt(at) == ',') {
                at++;
                skipSpaces();
            } else if (at >= text.length() || text.charAt(at) != ']') {
                return Optional.empty();
            }
        }
        return at == text.length() - 1 ? Optional.of(List.copyOf(names)) : Optional.empty();
    }

    private String quoted(char quote) {
        StringBuilder name = new StringBuilder();
        for (at++; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == quote) {
                at++;
                return name.toString();
            }
            if (c == '\\' && at + 1 < text.length()) {
                escape(name);
            } else {
                name.append(c);
            }
        }
        return null;
    }

    private void escape(StringBuilder name) {
        char c = text.charAt(++at);
        switch (c) {
            case 'n' -> name.append('\n');
            case 'r' -> name.append('\r');
            case 't' -> name.append('\t');
            case 'x' -> codePoint(name, 2);
            case 'u' -> codePoint(name, 4);
            case 'U' -> codePoint(name, 8);
            case '\\', '\'', '"' -> name.append(c);
            default -> name.append('\\').append(c);
        }
    }

    private void codePoint(StringBuilder name, int digits) {
        int code = 0;
        for (int i = 1; i <= digits; i++) {
            int digit = at + i < text.length() ? Character.digit(text.charAt(at + i), 16) : -1;
            if (digit < 0 || code > Character.MAX_CODE_POINT >> 4) {
                name.append('\\').append(text.charAt(at));
                return;
            }
            code = code << 4 | digit;
        }
        if (!Character.isValidCodePoint(code)) {
            name.append('\\').append(text.charAt(at));
            return;
        }
        name.appendCodePoint(code);
        at += digits;
    }

    private void skipSpaces() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }
}
