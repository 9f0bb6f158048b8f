package segue.kernel.assist;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Cuts code into tokens, whatever state it is in: what is left open ends with the code. */
final class Tokens {
    /** Those of more than one letter; angle brackets stay single, since they also enclose types. */
    private static final List<String> SYMBOLS = List.of(
            "...", "->", "::", "++", "--", "&&", "||", "==", "!=", "<=", ">=", "+=", "-=", "*=", "/=", "%=", "&=", "|=",
            "^=");

    private final String code;
    private final List<Token> found = new ArrayList<>();

    private Tokens(String code) {
        this.code = code;
    }

    static List<Token> of(String code) {
        Tokens tokens = new Tokens(code);
        int at = 0;
        while (at < code.length()) {
            at = tokens.next(at);
        }
        return tokens.found;
    }

    /** Without comments. */
    static List<Token> significant(String code) {
        return of(code).stream().filter(token -> !token.isComment()).toList();
    }

    /** The token that a character typed at this position would belong to, if that cannot be code. */
    static Optional<Token> opaqueAt(List<Token> tokens, int position) {
        for (Token token : tokens) {
            if (token.start() >= position) {
                break;
            }
            boolean inside = position < token.end() || position == token.end() && !token.closed();
            boolean opaque = switch (token.kind()) {
                case WORD, SYMBOL -> false;
                case NUMBER -> position <= token.end();
                case LINE_COMMENT -> position <= token.end();
                default -> inside;
            };
            if (opaque) {
                return Optional.of(token);
            }
        }
        return Optional.empty();
    }

    private int next(int at) {
        char c = code.charAt(at);
        if (Character.isWhitespace(c) || c == 0) {
            return at + 1;
        }
        if (code.startsWith("//", at)) {
            int line = code.indexOf('\n', at);
            return add(Token.Kind.LINE_COMMENT, at, line < 0 ? code.length() : line, true);
        }
        if (code.startsWith("/*", at)) {
            int close = code.indexOf("*/", at + 2);
            return add(Token.Kind.BLOCK_COMMENT, at, close < 0 ? code.length() : close + 2, close >= 0);
        }
        if (code.startsWith("\"\"\"", at)) {
            return quoted(Token.Kind.TEXT_BLOCK, at, "\"\"\"");
        }
        if (c == '"') {
            return quoted(Token.Kind.STRING, at, "\"");
        }
        if (c == '\'') {
            return quoted(Token.Kind.CHARACTER, at, "'");
        }
        int point = code.codePointAt(at);
        if (Character.isJavaIdentifierStart(point)) {
            int end = at;
            while (end < code.length()
                    && Character.isJavaIdentifierPart(code.codePointAt(end))
                    && code.charAt(end) != 0) {
                end += Character.charCount(code.codePointAt(end));
            }
            return add(Token.Kind.WORD, at, end, true);
        }
        if (Character.isDigit(c) || c == '.' && at + 1 < code.length() && Character.isDigit(code.charAt(at + 1))) {
            return add(Token.Kind.NUMBER, at, numberEnd(at), true);
        }
        for (String symbol : SYMBOLS) {
            if (code.startsWith(symbol, at)) {
                return add(Token.Kind.SYMBOL, at, at + symbol.length(), true);
            }
        }
        return add(Token.Kind.SYMBOL, at, at + Character.charCount(point), true);
    }

    private int numberEnd(int at) {
        int end = at;
        while (end < code.length()) {
            char c = code.charAt(end);
            boolean sign =
                    (c == '+' || c == '-') && "eEpP".indexOf(code.charAt(end - 1)) >= 0 && !code.startsWith("0x", at);
            boolean point = c == '.'
                    && !code.startsWith("..", end)
                    && (end + 1 == code.length() || !Character.isLetter(code.charAt(end + 1)));
            if (!Character.isLetterOrDigit(c) && c != '_' && !point && !sign) {
                break;
            }
            end++;
        }
        return end;
    }

    private int quoted(Token.Kind kind, int at, String quote) {
        for (int i = at + quote.length(); i < code.length(); i++) {
            if (code.charAt(i) == '\\') {
                i++;
            } else if (code.startsWith(quote, i)) {
                return add(kind, at, i + quote.length(), true);
            } else if (code.charAt(i) == '\n' && kind != Token.Kind.TEXT_BLOCK) {
                return add(kind, at, i, false);
            }
        }
        return add(kind, at, code.length(), false);
    }

    private int add(Token.Kind kind, int start, int end, boolean closed) {
        found.add(new Token(kind, start, end, closed, code.substring(start, end)));
        return end;
    }
}
