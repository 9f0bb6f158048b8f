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
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;

/** Reads the pieces of one chunk of a cell from the parser's tree of it. */
final class PieceReader {
    private static final Pattern REPLACED = Pattern.compile("\\b(public|protected|private|static|final)\\b");
    private static final Pattern REPLACED_OF_TYPES = Pattern.compile("\\b(public|protected|private|static)\\b");

    /** What a chunk is wrapped in for the parser. */
    enum Form {
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

    private final CellText cell;
    private final int chunkStart;
    private final int codeEnd;
    private final Form form;
    private final CompilationUnitTree unit;
    private final SourcePositions positions;

    PieceReader(CellText cell, int chunkStart, int chunkEnd, Form form, CellCompiler.Parsed parsed) {
        this.cell = cell;
        this.chunkStart = chunkStart;
        String code = CodeText.blank(cell.code().substring(chunkStart, chunkEnd), false);
        this.codeEnd = chunkStart + code.stripTrailing().length();
        this.form = form;
        this.unit = parsed.unit();
        this.positions = parsed.positions();
    }

    /** @param shown whether a closing expression is the cell's value */
    List<Piece> pieces(boolean shown) throws CompileFailure {
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

    private Piece piece(Tree tree, boolean shown) throws CompileFailure {
        int start = start(tree);
        int end = end(tree);
        return switch (tree) {
            case ClassTree type ->
                new Piece.Type(
                        start,
                        end,
                        type.getSimpleName().toString(),
                        type.getKind() == Tree.Kind.RECORD,
                        modifiers(type.getModifiers(), start, REPLACED_OF_TYPES));
            case MethodTree method -> method(method, start, end);
            case VariableTree variable when !variable.getName().isEmpty() -> variable(variable, start, end);
            case VariableTree _ -> new Piece.Statement(start, end, false);
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
            case BlockTree block
            when block.isStatic() -> new Piece.Statement(cell.code().indexOf('{', start), end, true);
            default -> statement(tree, start, end);
        };
    }

    private Piece statement(Tree tree, int start, int end) throws CompileFailure {
        ReturnTree misplaced = new TreeScanner<ReturnTree, Void>() {
            @Override
            public ReturnTree visitReturn(ReturnTree found, Void unused) {
                return found;
            }

            @Override
            public ReturnTree visitLambdaExpression(LambdaExpressionTree lambda, Void unused) {
                return null;
            }

            @Override
            public ReturnTree visitClass(ClassTree type, Void unused) {
                return null;
            }

            @Override
            public ReturnTree reduce(ReturnTree first, ReturnTree second) {
                return first != null ? first : second;
            }
        }.scan(tree, null);
        if (misplaced != null) {
            throw refused(
                    start(misplaced),
                    start(misplaced) + "return".length(),
                    "return outside a method: a cell runs to its end; put the code into a method, or leave it by throw");
        }
        boolean simple = tree instanceof ExpressionStatementTree
                || tree instanceof IfTree
                || tree instanceof EnhancedForLoopTree;
        return new Piece.Statement(start, end, !simple);
    }

    private CompileFailure refused(int start, int end, String message) {
        return new CompileFailure(List.of(new Problem(null, cell, start, end, "segue.refused", message)));
    }

    /** A value that shows itself: the id that display returns is for whoever keeps it, not for the reader. */
    private static boolean isDisplay(ExpressionTree expression) {
        return expression instanceof MethodInvocationTree call
                && call.getMethodSelect().toString().equals("display");
    }

    private Piece method(MethodTree method, int start, int end) throws CompileFailure {
        Piece.Modifiers modifiers = modifiers(method.getModifiers(), start, REPLACED);
        BlockTree body = method.getBody();
        String name = method.getName().toString();
        if (body == null && !method.getModifiers().getFlags().contains(Modifier.NATIVE)) {
            throw refused(start, end, "the method " + name + " has no body: a method of a cell needs one, in braces");
        }
        int headerEnd = body == null ? cell.code().lastIndexOf(';', end) : start(body);
        String header = cell.code().substring(modifiers.end(), headerEnd).replaceAll("\\s+", " ");
        List<String> types = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (VariableTree parameter : method.getParameters()) {
            types.add(parameter.getType().toString());
            names.add(parameter.getName().toString());
        }
        if (ObjectMethods.has(name, types)) {
            throw refused(
                    modifiers.end(),
                    headerEnd,
                    "every object has a method " + name + "(" + String.join(", ", types)
                            + "), so a cell cannot declare one by itself: give it another name, or put it into a class");
        }
        return new Piece.Method(
                start,
                end,
                name,
                modifiers,
                types,
                header,
                names,
                method.getReturnType().toString().equals("void"));
    }

    private Piece variable(VariableTree variable, int start, int end) {
        String name = variable.getName().toString();
        ExpressionTree init = variable.getInitializer();
        boolean isVar = variable.getType() == null
                || positions.getEndPosition(unit, variable.getType()) < 0
                || variable.getType().toString().equals("var")
                || variable.getType().toString().isEmpty();
        boolean isFinal = variable.getModifiers().getFlags().contains(Modifier.FINAL);
        boolean isVolatile = variable.getModifiers().getFlags().contains(Modifier.VOLATILE);
        String type = isVar ? "" : variable.getType().toString();
        int typeStart = isVar ? start : start(variable.getType());
        if (init == null) {
            return new Piece.Variable(start, end, name, type, typeStart, -1, -1, isFinal, isVolatile, null);
        }
        if (isVar) {
            type = EvidentTypes.of(init).orElse("");
            if (init instanceof NewClassTree created) {
                typeStart = start(created.getIdentifier());
            }
        }
        return new Piece.Variable(
                start,
                end,
                name,
                type,
                typeStart,
                start(init),
                end(init),
                isFinal,
                isVolatile,
                isVar ? anonymous(init) : null);
    }

    private Piece.Anonymous anonymous(ExpressionTree init) {
        if (init instanceof NewClassTree created
                && created.getClassBody() != null
                && created.getEnclosingExpression() == null) {
            return new Piece.Anonymous(
                    end(created.getIdentifier()), start(created.getClassBody()), end(created.getClassBody()));
        }
        return null;
    }

    private Piece.Modifiers modifiers(ModifiersTree modifiers, int start, Pattern replaced) {
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
        Matcher matcher = replaced.matcher(words);
        while (matcher.find()) {
            masked.add(new int[] {first + matcher.start(), first + matcher.end()});
        }
        return new Piece.Modifiers(first, last, masked);
    }

    private int start(Tree tree) {
        return (int) positions.getStartPosition(unit, tree) - form.prefix.length() + chunkStart;
    }

    private int end(Tree tree) {
        int end = (int) positions.getEndPosition(unit, tree) - form.prefix.length() + chunkStart;
        return Math.min(end, codeEnd);
    }
}
