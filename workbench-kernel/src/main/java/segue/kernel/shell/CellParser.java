package segue.kernel.shell;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.EmptyStatementTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a cell into its top-level pieces. {@link CellSplitter} finds where each ends; the compiler's parser then says what it
 * is, trying it as statement, as member of a class and as expression.
 */
final class CellParser {
    private static final Pattern IMPORT =
            Pattern.compile("import\\s+(static\\s+)?([\\p{javaJavaIdentifierPart}.\\s]+(\\.\\s*\\*)?)\\s*;?\\s*");
    private static final Pattern REPLACED = Pattern.compile("\\b(public|protected|private|static)\\b");

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
                pieces.addAll(new Reader(cell, chunk, Form.EXPRESSION, parsed.get(i)).pieces(shown));
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
            return List.of(new Piece.Import(
                    chunk.start + leading(chunk.text),
                    chunk.end,
                    matcher.group(1) != null,
                    matcher.group(2).replaceAll("\\s+", "")));
        }
        if (asStatement.errors().isEmpty()) {
            return new Reader(cell, chunk, Form.STATEMENT, asStatement).pieces(shown);
        }
        CellCompiler.Parsed asMember = parseAs(Form.MEMBER, chunk.text);
        if (asMember.errors().isEmpty()) {
            return new Reader(cell, chunk, Form.MEMBER, asMember).pieces(shown);
        }
        String expression = chunk.text;
        if (stripped.endsWith(";")) {
            int semicolon = chunk.text.lastIndexOf(';');
            expression = chunk.text.substring(0, semicolon) + " " + chunk.text.substring(semicolon + 1);
        }
        CellCompiler.Parsed asExpression = parseAs(Form.EXPRESSION, expression);
        if (asExpression.errors().isEmpty()) {
            return new Reader(cell, chunk, Form.EXPRESSION, asExpression).pieces(shown);
        }
        throw new CompileFailure(furthest(cell, chunk, asStatement, asMember, asExpression));
    }

    private CellCompiler.Parsed parseAs(Form form, String text) {
        return compiler.parse(List.of(form.wrap(text))).getFirst();
    }

    /** The reading that got furthest is the one that was meant. */
    private static List<Problem> furthest(CellText cell, Chunk chunk, CellCompiler.Parsed... readings) {
        Form form = Form.STATEMENT;
        CellCompiler.SyntaxError best = readings[0].errors().getFirst();
        for (int i = 1; i < readings.length; i++) {
            CellCompiler.SyntaxError error = readings[i].errors().getFirst();
            if (error.start() - Form.values()[i].prefix.length() > best.start() - form.prefix.length()) {
                best = error;
                form = Form.values()[i];
            }
        }
        int length = chunk.text.stripTrailing().length();
        int start = Math.clamp(best.start() - form.prefix.length(), 0, length);
        int end = Math.clamp(best.end() - form.prefix.length(), start, length);
        return List.of(new Problem(null, cell, chunk.start + start, chunk.start + end, best.code(), best.message()));
    }

    private static int leading(String text) {
        String blanked = CodeText.blank(text, false);
        return blanked.length() - blanked.stripLeading().length();
    }

    private static String withoutComments(String text) {
        return CodeText.blank(text, false).strip();
    }

    private enum Form {
        STATEMENT("class $ { void $() throws Throwable { ", "\n;}}"),
        MEMBER("class $ { ", "\n}"),
        EXPRESSION("class $ { Object $ = ", "\n;}");

        final String prefix;
        final String suffix;

        Form(String prefix, String suffix) {
            this.prefix = prefix;
            this.suffix = suffix;
        }

        String wrap(String text) {
            return prefix + text + suffix;
        }
    }

    private static final class Reader {
        private final CellText cell;
        private final Chunk chunk;
        private final Form form;
        private final CompilationUnitTree unit;
        private final SourcePositions positions;

        Reader(CellText cell, Chunk chunk, Form form, CellCompiler.Parsed parsed) {
            this.cell = cell;
            this.chunk = chunk;
            this.form = form;
            this.unit = parsed.unit();
            this.positions = parsed.positions();
        }

        List<Piece> pieces(boolean shown) {
            ClassTree wrapper = (ClassTree) unit.getTypeDecls().getFirst();
            List<? extends Tree> trees = switch (form) {
                case MEMBER -> wrapper.getMembers();
                case STATEMENT ->
                    ((MethodTree) wrapper.getMembers().getFirst()).getBody().getStatements();
                case EXPRESSION -> List.of(((VariableTree) wrapper.getMembers().getFirst()).getInitializer());
            };
            List<Piece> pieces = new ArrayList<>();
            for (Tree tree : trees) {
                if (!(tree instanceof EmptyStatementTree)) {
                    pieces.add(piece(tree, shown));
                }
            }
            return pieces;
        }

        private Piece piece(Tree tree, boolean shown) {
            int start = start(tree);
            int end = end(tree);
            return switch (tree) {
                case ClassTree type ->
                    new Piece.Type(
                            start,
                            end,
                            type.getSimpleName().toString(),
                            type.getKind() == Tree.Kind.RECORD,
                            modifiers(type.getModifiers(), start));
                case MethodTree method -> method(method, start, end);
                case VariableTree variable -> variable(variable, start, end);
                case ExpressionStatementTree statement
                when shown ->
                    new Piece.Expression(
                            start(statement.getExpression()),
                            end(statement.getExpression()),
                            !isDisplay(statement.getExpression()),
                            statement.getExpression() instanceof MethodInvocationTree);
                case ExpressionTree expression ->
                    new Piece.Expression(
                            start, end, shown && !isDisplay(expression), expression instanceof MethodInvocationTree);
                case ExpressionStatementTree _, IfTree _, EnhancedForLoopTree _ ->
                    new Piece.Statement(start, end, false);
                default -> new Piece.Statement(start, end, true);
            };
        }

        /** A value that shows itself: the id that display returns is for whoever keeps it, not for the reader. */
        private static boolean isDisplay(ExpressionTree expression) {
            return expression instanceof MethodInvocationTree call
                    && call.getMethodSelect().toString().equals("display");
        }

        private Piece method(MethodTree method, int start, int end) {
            Piece.Modifiers modifiers = modifiers(method.getModifiers(), start);
            BlockTree body = method.getBody();
            int headerEnd = body == null ? end : start(body);
            String header = cell.code().substring(modifiers.end(), headerEnd).replaceAll("\\s+", " ");
            List<String> types = new ArrayList<>();
            List<String> names = new ArrayList<>();
            for (VariableTree parameter : method.getParameters()) {
                types.add(parameter.getType().toString());
                names.add(parameter.getName().toString());
            }
            return new Piece.Method(
                    start,
                    end,
                    method.getName().toString(),
                    modifiers,
                    types,
                    header,
                    names,
                    method.getReturnType().toString().equals("void"));
        }

        private Piece variable(VariableTree variable, int start, int end) {
            ExpressionTree init = variable.getInitializer();
            boolean inferred = variable.getType() == null
                    || positions.getEndPosition(unit, variable.getType()) < 0
                    || variable.getType().toString().equals("var")
                    || variable.getType().toString().isEmpty();
            String type = inferred ? "" : variable.getType().toString();
            int typeStart = inferred ? start : start(variable.getType());
            if (init == null) {
                return new Piece.Variable(start, end, variable.getName().toString(), type, typeStart, -1, -1);
            }
            return new Piece.Variable(
                    start, end, variable.getName().toString(), type, typeStart, start(init), end(init));
        }

        private Piece.Modifiers modifiers(ModifiersTree modifiers, int start) {
            long from = positions.getStartPosition(unit, modifiers);
            long to = positions.getEndPosition(unit, modifiers);
            if (from < 0 || to < 0) {
                return new Piece.Modifiers(start, start, List.of());
            }
            int first = start(modifiers);
            int last = end(modifiers);
            StringBuilder words = new StringBuilder(cell.code().substring(first, last));
            for (AnnotationTree annotation : modifiers.getAnnotations()) {
                for (int i = start(annotation); i < end(annotation); i++) {
                    words.setCharAt(i - first, '_');
                }
            }
            List<int[]> masked = new ArrayList<>();
            Matcher matcher = REPLACED.matcher(words);
            while (matcher.find()) {
                masked.add(new int[] {first + matcher.start(), first + matcher.end()});
            }
            return new Piece.Modifiers(first, last, masked);
        }

        private int start(Tree tree) {
            return (int) positions.getStartPosition(unit, tree) - form.prefix.length() + chunk.start;
        }

        private int end(Tree tree) {
            int end = (int) positions.getEndPosition(unit, tree) - form.prefix.length() + chunk.start;
            return Math.min(end, chunk.end);
        }
    }
}
