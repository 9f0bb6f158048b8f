package segue.kernel.assist;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** One source file, parsed: what stands in it about a class or member. */
final class SourceFile {
    private final String text;
    private final CompilationUnitTree unit;
    private final DocTrees trees;

    SourceFile(String text) {
        this.text = text;
        JavacTask task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, _ -> {}, List.of("-proc:none"), null, List.of(new Text(text)));
        trees = DocTrees.instance(task);
        try {
            unit = task.parse().iterator().next();
        } catch (IOException e) {
            throw new UncheckedIOException("a source could not be read from memory", e);
        }
    }

    /**
     * @param parameters names in order
     * @param comment without its slashes and stars, empty where there is none
     * @param source from the modifiers to the end
     */
    record Found(List<String> parameters, String comment, String source) {}

    Optional<Found> find(Element element) {
        return Optional.ofNullable(path(element)).map(path -> {
            String comment = trees.getDocComment(path);
            int start = (int) trees.getSourcePositions().getStartPosition(unit, path.getLeaf());
            int end = (int) trees.getSourcePositions().getEndPosition(unit, path.getLeaf());
            String source = start >= 0 && end > start ? text.substring(lineStart(start), end) : "";
            List<String> parameters = path.getLeaf() instanceof MethodTree method
                    ? method.getParameters().stream()
                            .map(parameter -> parameter.getName().toString())
                            .toList()
                    : List.of();
            return new Found(parameters, comment == null ? "" : comment, source.stripIndent());
        });
    }

    private int lineStart(int position) {
        int start = text.lastIndexOf('\n', position) + 1;
        return text.substring(start, position).isBlank() ? start : position;
    }

    private TreePath path(Element element) {
        if (element.getKind() == ElementKind.PACKAGE) {
            return new TreePath(unit);
        }
        TreePath outer = path(element.getEnclosingElement());
        if (outer == null) {
            return null;
        }
        List<? extends Tree> members =
                outer.getLeaf() instanceof ClassTree type ? type.getMembers() : unit.getTypeDecls();
        for (Tree member : members) {
            if (declares(member, element)) {
                return new TreePath(outer, member);
            }
        }
        return null;
    }

    private static boolean declares(Tree tree, Element element) {
        return switch (tree) {
            case ClassTree type ->
                element instanceof TypeElement && type.getSimpleName().contentEquals(element.getSimpleName());
            case VariableTree variable ->
                element instanceof VariableElement && variable.getName().contentEquals(element.getSimpleName());
            case MethodTree method ->
                element instanceof ExecutableElement executable
                        && method.getName().contentEquals(element.getSimpleName())
                        && sameParameters(method, executable);
            default -> false;
        };
    }

    private static boolean sameParameters(MethodTree method, ExecutableElement element) {
        List<? extends VariableElement> parameters = element.getParameters();
        if (parameters.size() != method.getParameters().size()) {
            return false;
        }
        for (int i = 0; i < parameters.size(); i++) {
            String written = bare(method.getParameters().get(i).getType().toString());
            String known = bare(parameters.get(i).asType().toString());
            if (!written.equals(known)) {
                return false;
            }
        }
        return true;
    }

    /** The simple name of a type, without annotations and arguments. */
    private static String bare(String type) {
        String text = type.replaceAll("@[\\w.]+(\\([^)]*\\))?\\s*,?", "").replace("...", "[]");
        while (text.contains("<")) {
            String inner = text.replaceAll("<[^<>]*>", "");
            if (inner.equals(text)) {
                break;
            }
            text = inner;
        }
        return text.replaceAll("[\\w$]+\\.", "").replaceAll("\\s+", "");
    }

    private static final class Text extends SimpleJavaFileObject {
        private final String text;

        Text(String text) {
            super(URI.create("source:///Source.java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
