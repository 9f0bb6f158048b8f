package segue.kernel.assist;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A top-level piece of a cell, as far as its tokens tell.
 *
 * @param tokens those from {@code start} to {@code end}, without comments
 */
record Chunk(int start, int end, List<Token> tokens) {
    private static final Set<String> TYPE_WORDS = Set.of("class", "interface", "enum");
    static final Set<String> MODIFIERS = Set.of(
            "public",
            "protected",
            "private",
            "static",
            "final",
            "abstract",
            "default",
            "native",
            "synchronized",
            "transient",
            "volatile",
            "strictfp",
            "sealed",
            "non");
    private static final Set<String> NEVER_A_TYPE = Set.of(
            "return",
            "new",
            "throw",
            "else",
            "yield",
            "assert",
            "case",
            "do",
            "instanceof",
            "package",
            "import",
            "extends",
            "implements",
            "permits",
            "throws",
            "super",
            "this");

    /** @param ends where each piece ends */
    static List<Chunk> of(String code, List<Integer> ends) {
        List<Token> tokens = Tokens.significant(code);
        List<Chunk> chunks = new ArrayList<>();
        int start = 0;
        int next = 0;
        for (int end : ends) {
            int first = next;
            while (next < tokens.size() && tokens.get(next).start() < end) {
                next++;
            }
            chunks.add(new Chunk(start, end, tokens.subList(first, next)));
            start = end;
        }
        return chunks;
    }

    enum Kind {
        IMPORT,
        TYPE,
        METHOD,
        STATEMENT
    }

    Kind kind() {
        int first = afterModifiers();
        if (first >= tokens.size()) {
            return Kind.STATEMENT;
        }
        if (tokens.getFirst().is("import")) {
            return Kind.IMPORT;
        }
        Token word = tokens.get(first);
        if (TYPE_WORDS.contains(word.text()) || word.is("@") && isAt(first + 1, "interface")) {
            return Kind.TYPE;
        }
        if (word.is("record")
                && first + 2 < tokens.size()
                && tokens.get(first + 1).isWord()
                && (isAt(first + 2, "(") || isAt(first + 2, "<"))) {
            return Kind.TYPE;
        }
        return isMethod(first) ? Kind.METHOD : Kind.STATEMENT;
    }

    /** The name that a type or method declares, else empty. */
    String name() {
        int first = afterModifiers();
        switch (kind()) {
            case TYPE -> {
                int name = tokens.get(first).is("@") ? first + 2 : first + 1;
                return name < tokens.size() && tokens.get(name).isWord()
                        ? tokens.get(name).text()
                        : "";
            }
            case METHOD -> {
                for (int i = first; i < tokens.size(); i++) {
                    if (isAt(i, "(")) {
                        return tokens.get(i - 1).text();
                    }
                }
                return "";
            }
            default -> {
                return "";
            }
        }
    }

    /** Index of the first token that is neither a modifier nor an annotation. */
    int afterModifiers() {
        int i = 0;
        while (i < tokens.size()) {
            if (isAt(i, "@") && !isAt(i + 1, "interface")) {
                i += 2;
                while (isAt(i, ".")) {
                    i += 2;
                }
                if (isAt(i, "(")) {
                    i = afterClosing(i);
                }
            } else if (isAt(i, "non") && isAt(i + 1, "-")) {
                i += 3;
            } else if (MODIFIERS.contains(tokens.get(i).text())
                    && !(isAt(i, "synchronized") && isAt(i + 1, "("))
                    && !isAt(i + 1, "=")) {
                i++;
            } else {
                break;
            }
        }
        return i;
    }

    /** A type, a name and an opening parenthesis. */
    private boolean isMethod(int first) {
        int i = first;
        if (isAt(i, "<")) {
            i = afterAngles(i);
        }
        int typeStart = i;
        while (i < tokens.size()) {
            Token token = tokens.get(i);
            if (token.isWord() && !NEVER_A_TYPE.contains(token.text())) {
                if (i > typeStart && isAt(i + 1, "(")) {
                    Token before = tokens.get(i - 1);
                    return before.isWord() || before.is(">") || before.is("]");
                }
                i++;
            } else if (token.is("<")) {
                i = afterAngles(i);
            } else if (token.is(".") || token.is("[") || token.is("]") || token.is("@")) {
                i++;
            } else {
                return false;
            }
        }
        return false;
    }

    private int afterAngles(int i) {
        int depth = 0;
        for (; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.is("<")) {
                depth++;
            } else if (token.is(">")) {
                if (--depth == 0) {
                    return i + 1;
                }
            } else if (!token.isWord()
                    && !List.of(",", ".", "?", "&", "[", "]", "@").contains(token.text())) {
                return tokens.size();
            }
        }
        return i;
    }

    private int afterClosing(int i) {
        int depth = 0;
        for (; i < tokens.size(); i++) {
            if (tokens.get(i).opens()) {
                depth++;
            } else if (tokens.get(i).closes() && --depth == 0) {
                return i + 1;
            }
        }
        return i;
    }

    private boolean isAt(int i, String text) {
        return i < tokens.size() && tokens.get(i).is(text);
    }
}
