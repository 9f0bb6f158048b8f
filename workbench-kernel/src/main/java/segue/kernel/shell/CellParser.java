package segue.kernel.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import segue.kernel.shell.PieceReader.Form;

/**
 * Cuts a cell into its top-level pieces. {@link CellSplitter} finds where each ends; the compiler's parser then says what it
 * is, trying it as statement, as member of a class and as expression.
 */
final class CellParser {
    private static final Pattern IMPORT = Pattern.compile(
            "import\\s+(static\\s+|module\\s+)?([\\p{javaJavaIdentifierPart}.\\s]+(\\.\\s*\\*)?)\\s*;?\\s*");
    private static final Pattern PACKAGE = Pattern.compile("\\s*package\\s+[\\p{javaJavaIdentifierPart}.\\s]+;");

    private final CellCompiler compiler;

    CellParser(CellCompiler compiler) {
        this.compiler = compiler;
    }

    private record Chunk(int start, int end, String text) {}

    /** @param last whether the cell ends with this code, so that a closing expression is its value */
    List<Piece> parse(CellText cell, int from, int to, boolean last) throws CompileFailure {
        List<Chunk> chunks = split(cell.code(), from, to);
        List<Piece> pieces = new ArrayList<>();
        List<Form> forms = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < chunks.size(); i++) {
            forms.add(last && i == chunks.size() - 1 ? likelyForm(chunks.get(i)) : Form.STATEMENT);
            texts.add(forms.get(i).wrap(chunks.get(i).text));
        }
        List<CellCompiler.Parsed> parsed = compiler.parse(texts);
        for (int i = 0; i < chunks.size(); i++) {
            Chunk chunk = chunks.get(i);
            boolean shown = last
                    && i == chunks.size() - 1
                    && !withoutComments(chunk.text).endsWith(";");
            if (forms.get(i) == Form.EXPRESSION && parsed.get(i).errors().isEmpty()) {
                pieces.addAll(
                        new PieceReader(cell, chunk.start, chunk.end, Form.EXPRESSION, parsed.get(i)).pieces(shown));
            } else {
                CellCompiler.Parsed asStatement =
                        forms.get(i) == Form.STATEMENT ? parsed.get(i) : parseAs(Form.STATEMENT, chunk.text);
                pieces.addAll(classify(cell, chunk, asStatement, shown));
            }
        }
        return pieces;
    }

    /** What closes a cell without a semicolon is mostly an expression; guessing right saves two parses. */
    private static Form likelyForm(Chunk chunk) {
        String bare = withoutComments(chunk.text);
        return bare.endsWith(";") || bare.endsWith("}") || bare.startsWith("import") ? Form.STATEMENT : Form.EXPRESSION;
    }

    /** Where the code goes on after a package declaration, which a cell may have and does not need; else {@code from}. */
    static int afterPackage(CellText cell, int from, int to) {
        Matcher matcher = PACKAGE.matcher(CodeText.blank(cell.code().substring(from, to), false));
        return matcher.lookingAt() ? from + matcher.end() : from;
    }

    private static List<Chunk> split(String code, int from, int to) {
        List<Chunk> chunks = new ArrayList<>();
        int start = from;
        for (int end : CellSplitter.ends(code, from, to)) {
            chunks.add(new Chunk(start, end, code.substring(start, end)));
            start = end;
        }
        return chunks;
    }

    private List<Piece> classify(CellText cell, Chunk chunk, CellCompiler.Parsed asStatement, boolean shown)
            throws CompileFailure {
        String stripped = withoutComments(chunk.text);
        Matcher matcher = IMPORT.matcher(stripped);
        if (matcher.matches()) {
            String keyword = matcher.group(1) == null ? "" : matcher.group(1).strip();
            return List.of(new Piece.Import(
                    chunk.start + leading(chunk.text),
                    chunk.end,
                    keyword.equals("static"),
                    (keyword.equals("module") ? "module " : "")
                            + matcher.group(2).replaceAll("\\s+", "")));
        }
        if (asStatement.errors().isEmpty()) {
            return new PieceReader(cell, chunk.start, chunk.end, Form.STATEMENT, asStatement).pieces(shown);
        }
        CellCompiler.Parsed asMember = parseAs(Form.MEMBER, chunk.text);
        if (asMember.errors().isEmpty()) {
            return new PieceReader(cell, chunk.start, chunk.end, Form.MEMBER, asMember).pieces(shown);
        }
        String expression = chunk.text;
        if (stripped.endsWith(";")) {
            int semicolon = chunk.text.lastIndexOf(';');
            expression = chunk.text.substring(0, semicolon) + " " + chunk.text.substring(semicolon + 1);
        }
        CellCompiler.Parsed asExpression = parseAs(Form.EXPRESSION, expression);
        if (asExpression.errors().isEmpty()) {
            return new PieceReader(cell, chunk.start, chunk.end, Form.EXPRESSION, asExpression).pieces(shown);
        }
        throw new CompileFailure(
                List.of(meant(cell, chunk, furthest(cell, chunk, asStatement, asMember, asExpression))));
    }

    /** Says more plainly what went wrong where the parser speaks of what it would have liked next. */
    private static Problem meant(CellText cell, Chunk chunk, Problem problem) {
        if (problem.code().contains("unclosed") || problem.code().contains("illegal.char")) {
            return problem;
        }
        Optional<Problem> bracket = Brackets.unmatched(cell, chunk.start, chunk.end);
        if (bracket.isPresent()) {
            return bracket.get();
        }
        int last = chunk.start + withoutCommentsAtEnd(chunk.text).length();
        return problem.start() >= last && problem.code().contains("illegal.start")
                ? new Problem(
                        null,
                        cell,
                        problem.start(),
                        problem.end(),
                        problem.code(),
                        "the code ends where a value should follow")
                : problem;
    }

    private static String withoutCommentsAtEnd(String text) {
        return CodeText.blank(text, false).stripTrailing();
    }

    private CellCompiler.Parsed parseAs(Form form, String text) {
        return compiler.parse(List.of(form.wrap(text))).getFirst();
    }

    /** The reading that got furthest is the one that was meant. */
    private static Problem furthest(CellText cell, Chunk chunk, CellCompiler.Parsed... readings) {
        Form form = Form.STATEMENT;
        CellCompiler.SyntaxError best = readings[0].errors().getFirst();
        boolean understood = best.code().contains("restricted.type");
        for (int i = 1; i < readings.length && !understood; i++) {
            CellCompiler.SyntaxError error = readings[i].errors().getFirst();
            if (error.start() - Form.values()[i].prefix.length() > best.start() - form.prefix.length()) {
                best = error;
                form = Form.values()[i];
            }
        }
        int length = chunk.text.stripTrailing().length();
        int start = Math.clamp(best.start() - form.prefix.length(), 0, length);
        int end = Math.clamp(best.end() - form.prefix.length(), start, length);
        return new Problem(null, cell, chunk.start + start, chunk.start + end, best.code(), best.message());
    }

    private static int leading(String text) {
        String blanked = CodeText.blank(text, false);
        return blanked.length() - blanked.stripLeading().length();
    }

    private static String withoutComments(String text) {
        return CodeText.blank(text, false).strip();
    }
}
