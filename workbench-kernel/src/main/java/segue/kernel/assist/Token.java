package segue.kernel.assist;

/**
 * A token of Java code, comments among them.
 *
 * @param closed whether a string, text block or comment has its end
 */
record Token(Kind kind, int start, int end, boolean closed, String text) {
    enum Kind {
        WORD,
        NUMBER,
        STRING,
        CHARACTER,
        TEXT_BLOCK,
        LINE_COMMENT,
        BLOCK_COMMENT,
        SYMBOL
    }

    boolean isComment() {
        return kind == Kind.LINE_COMMENT || kind == Kind.BLOCK_COMMENT;
    }

    boolean isWord() {
        return kind == Kind.WORD;
    }

    boolean is(String symbolOrWord) {
        return (kind == Kind.SYMBOL || kind == Kind.WORD) && text.equals(symbolOrWord);
    }

    boolean opens() {
        return is("(") || is("[") || is("{");
    }

    boolean closes() {
        return is(")") || is("]") || is("}");
    }
}
