package segue.kernel.assist;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import segue.kernel.magics.Magics;

/** Says whether a cell can run as it stands, goes on, or is wrong whatever follows. */
public final class CompletenessCheck {
    private static final String STEP = "    ";
    private static final Pattern IMPORT_BEGUN =
            Pattern.compile("import(\\s+static)?(\\s+[\\p{javaJavaIdentifierPart}.\\s]*)?");
    private static final Pattern IMPORT_NAMES_CLASS = Pattern.compile("import\\s+(static\\s+)?"
            + "[\\p{javaJavaIdentifierPart}\\s.]*\\.\\s*(\\p{javaUpperCase}[\\p{javaJavaIdentifierPart}]*|\\*)");
    private static final Pattern OPEN_TYPE = Pattern.compile(
            "(?s).*\\b\\p{javaUpperCase}[\\p{javaJavaIdentifierPart}]*\\s*<[\\p{javaJavaIdentifierPart}\\s.,?<\\[\\]]*");
    /** After these a line goes on; {@code ++} and {@code --} end a statement. */
    private static final Set<String> GO_ON = Set.of(
            "+", "-", "*", "/", "%", "=", "?", ":", "&&", "||", "&", "|", "^", "<", ".", ",", "->", "::", "==", "!=",
            "<=", ">=", "+=", "-=", "*=", "/=", "@", "!", "~");

    private final NotebookView notebook;
    private final MagicProposals magics;

    CompletenessCheck(NotebookView notebook, Magics magics) {
        this.notebook = notebook;
        this.magics = new MagicProposals(magics);
    }

    /** The state of a cell. */
    public enum State {
        COMPLETE,
        INCOMPLETE,
        INVALID
    }

    /** @param indent what the next line should begin with; empty but for incomplete code */
    public record Completeness(State state, String indent) {}

    public Completeness check(String code) {
        String java = MagicLines.java(code, magics::takesCode);
        List<Token> tokens = Tokens.of(java);
        if (tokens.isEmpty()) {
            return complete();
        }
        Token last = tokens.getLast();
        for (Token token : tokens) {
            if (!token.closed() && (token.kind() == Token.Kind.STRING || token.kind() == Token.Kind.CHARACTER)) {
                return invalid();
            }
        }
        if (!last.closed()) {
            return incomplete(last.kind() == Token.Kind.BLOCK_COMMENT ? commentIndent(code, last) : lineIndent(code));
        }
        Deque<Token> open = new ArrayDeque<>();
        for (Token token : tokens) {
            if (token.opens()) {
                open.push(token);
            } else if (token.closes() && (open.isEmpty() || !fits(open.pop(), token))) {
                return invalid();
            }
        }
        return pieces(java, code, Optional.ofNullable(open.peek()));
    }

    /** @param code the same with its magics, for the indents */
    private Completeness pieces(String java, String code, Optional<Token> open) {
        List<Integer> ends = notebook.ends(java);
        int start = 0;
        for (int i = 0; i < ends.size(); i++) {
            boolean last = i == ends.size() - 1;
            if (!last || open.isEmpty()) {
                switch (read(java.substring(start, ends.get(i)))) {
                    case WRONG -> {
                        return invalid();
                    }
                    case BROKEN_OFF -> {
                        return last ? incomplete(continuation(code)) : invalid();
                    }
                    default -> {}
                }
            }
            start = ends.get(i);
        }
        return open.isEmpty() ? complete() : incomplete(inside(code, open.get()));
    }

    private static Syntax.Reading read(String piece) {
        List<Token> tokens = Tokens.significant(piece);
        if (tokens.isEmpty()) {
            return Syntax.Reading.WHOLE;
        }
        String bare =
                piece.substring(tokens.getFirst().start(), tokens.getLast().end());
        if (tokens.getFirst().is("import")) {
            String name = bare.replaceFirst("\\s*;$", "");
            boolean ended = bare.endsWith(";");
            return IMPORT_NAMES_CLASS.matcher(name).matches() || ended && name.contains(".") && !name.endsWith(".")
                    ? Syntax.Reading.WHOLE
                    : IMPORT_BEGUN.matcher(bare).matches() ? Syntax.Reading.BROKEN_OFF : Syntax.Reading.WRONG;
        }
        Syntax.Reading reading = Syntax.of(bare);
        boolean openType =
                reading == Syntax.Reading.WHOLE && OPEN_TYPE.matcher(bare).matches();
        return openType ? Syntax.Reading.BROKEN_OFF : reading;
    }

    private static boolean fits(Token opening, Token closing) {
        return switch (opening.text()) {
            case "(" -> closing.is(")");
            case "[" -> closing.is("]");
            default -> closing.is("}");
        };
    }

    /** One step further than the line of the bracket; after a case one more. */
    private static String inside(String code, Token open) {
        String indent = indentOf(code, open.start()) + STEP;
        List<Token> after = Tokens.significant(code.substring(open.end()));
        if (!after.isEmpty() && open.is("{")) {
            String lastLine = code.stripTrailing();
            lastLine = lastLine.substring(lastLine.lastIndexOf('\n') + 1).strip();
            boolean label = (lastLine.startsWith("case ") || lastLine.startsWith("default"))
                    && (lastLine.endsWith(":") || lastLine.endsWith("->"));
            Token last = after.getLast();
            boolean inLabel = isOldSwitch(after) && last.is(";");
            if (label || inLabel || GO_ON.contains(last.text()) && !lastLine.startsWith(".") || isHead(after)) {
                return indent + STEP;
            }
        }
        return indent;
    }

    private static boolean isOldSwitch(List<Token> body) {
        int depth = 0;
        boolean label = false;
        for (int i = 0; i < body.size(); i++) {
            depth += body.get(i).opens() ? 1 : body.get(i).closes() ? -1 : 0;
            if (depth == 0 && (body.get(i).is("case") || body.get(i).is("default"))) {
                label = true;
            } else if (depth == 0 && label && body.get(i).is("->")) {
                return false;
            } else if (depth == 0 && label && body.get(i).is(":")) {
                return true;
            }
        }
        return false;
    }

    /** Whether the tokens end with a statement's head, so that its body is still to come. */
    private static boolean isHead(List<Token> tokens) {
        Token last = tokens.getLast();
        if (last.is("else") || last.is("do")) {
            return true;
        }
        if (!last.is(")")) {
            return false;
        }
        int depth = 0;
        for (int i = tokens.size() - 1; i >= 0; i--) {
            depth += tokens.get(i).closes() ? 1 : tokens.get(i).opens() ? -1 : 0;
            if (depth == 0) {
                return i > 0
                        && Set.of("if", "for", "while")
                                .contains(tokens.get(i - 1).text());
            }
        }
        return false;
    }

    /** A line that goes on one step further than the statement began; an annotation's follows at its side. */
    private static String continuation(String code) {
        String indent = lineIndent(code);
        String bare = code.strip();
        String lastLine = bare.substring(bare.lastIndexOf('\n') + 1).strip();
        return lastLine.startsWith("@") || lastLine.startsWith(".") || lastLine.endsWith("}") ? indent : indent + STEP;
    }

    private static String commentIndent(String code, Token comment) {
        boolean firstLine = code.indexOf('\n', comment.start()) < 0;
        return firstLine ? indentOf(code, comment.start()) + " " : lineIndent(code);
    }

    private static String lineIndent(String code) {
        return indentOf(code, Math.max(0, code.stripTrailing().length() - 1));
    }

    private static String indentOf(String code, int position) {
        int start = code.lastIndexOf('\n', Math.max(0, position - 1)) + 1;
        int end = start;
        while (end < code.length() && (code.charAt(end) == ' ' || code.charAt(end) == '\t')) {
            end++;
        }
        return code.substring(start, end);
    }

    private static Completeness complete() {
        return new Completeness(State.COMPLETE, "");
    }

    private static Completeness incomplete(String indent) {
        return new Completeness(State.INCOMPLETE, indent);
    }

    private static Completeness invalid() {
        return new Completeness(State.INVALID, "");
    }
}
