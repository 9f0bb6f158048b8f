package segue.kernel.assist;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** Finishes code that breaks off at the cursor, so that the compiler can read it. */
final class OpenEnds {
    private static final Set<String> HEADS = Set.of("if", "while", "switch", "synchronized", "try");
    private static final List<String> TYPE_LISTS = List.of("extends", "implements", "permits", "throws");

    private final List<Token> tokens;
    /** Indexes of the brackets that are open at the end, the innermost first. */
    private final Deque<Integer> open;

    private OpenEnds(String before) {
        tokens = Tokens.significant(before);
        open = open(tokens);
    }

    /** What has to follow a name at the end of this code to end its statement and to close every bracket. */
    static String closing(String before) {
        return new OpenEnds(before).close();
    }

    /** What has to follow a name at the end of this code to end its statement. */
    static String terminator(String before) {
        return new OpenEnds(before).terminator();
    }

    /** Whether a statement may end after a name at the end of this code. */
    static boolean isInBlock(String before) {
        OpenEnds ends = new OpenEnds(before);
        return ends.open.isEmpty()
                || ends.tokens.get(ends.open.peek()).is("{")
                        && !ends.isArray(ends.open.iterator().next());
    }

    static boolean isBalanced(String code) {
        Deque<Token> open = new ArrayDeque<>();
        for (Token token : Tokens.of(code)) {
            if (!token.closed()) {
                return false;
            }
            if (token.opens()) {
                open.push(token);
            } else if (token.closes() && (open.isEmpty() || token.text().charAt(0) != counterpart(open.pop()))) {
                return false;
            }
        }
        return open.isEmpty();
    }

    private static char counterpart(Token opening) {
        return switch (opening.text()) {
            case "(" -> ')';
            case "[" -> ']';
            default -> '}';
        };
    }

    private static Deque<Integer> open(List<Token> tokens) {
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).opens()) {
                open.push(i);
            } else if (tokens.get(i).closes() && !open.isEmpty()) {
                open.pop();
            }
        }
        return open;
    }

    private String close() {
        StringBuilder end = new StringBuilder();
        boolean innermost = true;
        boolean pending = true;
        for (int bracket : open) {
            Token token = tokens.get(bracket);
            Token before = bracket > 0 ? tokens.get(bracket - 1) : token;
            if (token.is("{")) {
                boolean array = isArray(bracket);
                end.append(array || !pending ? "" : innermost ? terminator() : ";")
                        .append('}');
                pending = array || isValue(bracket);
            } else if (token.is("(") && before.is("for")) {
                end.append(forHeader(bracket));
                pending = false;
            } else if (token.is("(") && bracket > 1 && tokens.get(bracket - 2).is("@")) {
                end.append(") void annotated$() {}");
                pending = false;
            } else if (token.is("(") && before.is("catch")) {
                end.append(" caught$) {}");
                pending = false;
            } else if (token.is("(") && HEADS.contains(before.text())) {
                end.append(") {}");
                pending = before.is("switch");
            } else if (token.is("(") && declares(bracket)) {
                Token last = tokens.getLast();
                boolean type = innermost && (last.is("(") || last.is(",") || last.is("final"));
                end.append(type ? " parameter$) {}" : ") {}");
                pending = false;
            } else {
                end.append(counterpart(token));
                pending = true;
            }
            innermost = false;
        }
        return end.append(!pending ? "" : innermost ? terminator() : ";").toString();
    }

    private String forHeader(int bracket) {
        List<Token> header = tokens.subList(bracket, tokens.size());
        if (header.stream().anyMatch(token -> token.is(":"))) {
            return ") {}";
        }
        long semicolons = header.stream().filter(token -> token.is(";")).count();
        return ";".repeat((int) Math.max(0, 2 - semicolons)) + ") {}";
    }

    private String terminator() {
        if (tokens.isEmpty()) {
            return ";";
        }
        if (tokens.getLast().is("@")) {
            return " void annotated$() {}\n";
        }
        int start = statementStart();
        for (int i = start; i < tokens.size(); i++) {
            if (tokens.get(i).is("case") && !hasLabelEnd(i)) {
                return usesArrows() ? " -> {}\n" : ": ";
            }
            if (TYPE_LISTS.contains(tokens.get(i).text())
                    && (i == 0 || !tokens.get(i - 1).is("<"))) {
                return " {}\n";
            }
        }
        return ";";
    }

    private boolean hasLabelEnd(int from) {
        return tokens.subList(from, tokens.size()).stream().anyMatch(token -> token.is("->") || token.is(":"));
    }

    /** Whether the innermost switch is written with arrows. */
    private boolean usesArrows() {
        int from = open.isEmpty() ? 0 : open.peek();
        List<Token> inside = tokens.subList(from, tokens.size());
        return inside.stream().anyMatch(token -> token.is("->"))
                || inside.stream().noneMatch(token -> token.is(":"));
    }

    private int statementStart() {
        int start = tokens.size();
        int depth = 0;
        while (start > 0) {
            Token token = tokens.get(start - 1);
            if (token.closes()) {
                depth++;
            } else if (token.opens()) {
                depth--;
            }
            if (depth < 0 || depth == 0 && (token.is(";") || token.is("{")) || token.is("}") && depth == 1) {
                break;
            }
            start--;
        }
        return start;
    }

    /** Whether the brace begins the values of an array. */
    private boolean isArray(int brace) {
        if (brace == 0) {
            return false;
        }
        Token before = tokens.get(brace - 1);
        if (before.is("=") || before.is("]") || before.is("(")) {
            return true;
        }
        if (!before.is("{") && !before.is(",")) {
            return false;
        }
        for (int outer : open) {
            if (outer < brace) {
                return tokens.get(outer).is("{") && isArray(outer);
            }
        }
        return false;
    }

    /** Whether the brace begins a part of an expression: a lambda, an anonymous class, a switch with a value. */
    private boolean isValue(int brace) {
        if (brace > 0 && tokens.get(brace - 1).is("->")) {
            return !isCaseArrow(brace - 1);
        }
        for (int i = brace - 1; i >= 0; i--) {
            Token token = tokens.get(i);
            if (token.is(";") || token.is("{") || token.is("}")) {
                return false;
            }
            if (token.is("=") || token.is("new") || token.is("return")) {
                return true;
            }
        }
        return false;
    }

    private boolean isCaseArrow(int arrow) {
        for (int i = arrow - 1; i >= 0; i--) {
            Token token = tokens.get(i);
            if (token.is("case") || token.is("default")) {
                return true;
            }
            if (token.is(";") || token.is("{") || token.is("}")) {
                return false;
            }
        }
        return false;
    }

    /** Whether this parenthesis opens the parameters of a method or record. */
    private boolean declares(int bracket) {
        int start = bracket;
        while (start > 0
                && !tokens.get(start - 1).is(";")
                && !tokens.get(start - 1).is("{")
                && !tokens.get(start - 1).is("}")) {
            start--;
        }
        Chunk.Kind kind = new Chunk(0, 0, tokens.subList(start, bracket + 1)).kind();
        return kind == Chunk.Kind.METHOD || kind == Chunk.Kind.TYPE;
    }
}
