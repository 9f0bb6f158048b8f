package segue.kernel.shell;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;
import javax.tools.Diagnostic;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** The JDK's compiler, fed from memory. One file manager lives as long as the shell, so that jars are opened once. */
final class CellCompiler implements AutoCloseable {
    /** The package of all classes made from cells. */
    static final String PACKAGE = "REPL";

    private final JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    private final MemoryFiles files;
    private final List<String> options;

    CellCompiler(List<String> options) {
        this.files = new MemoryFiles(javac.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8));
        this.options = new ArrayList<>(options);
        // Errors tell the parser what a piece is not, so none may be held back.
        this.options.addAll(List.of("-proc:none", "-g", "-nowarn", "-Xmaxerrs", "0"));
    }

    /** @param start index into the text that was parsed */
    record SyntaxError(long start, long end, String code, String message) {}

    record Parsed(CompilationUnitTree unit, SourcePositions positions, List<SyntaxError> errors) {}

    record Compiled(Map<String, byte[]> classes, List<Problem> problems) {}

    /** Safe to use from other threads while a cell is compiled. */
    JavaFileManager files() {
        return files;
    }

    List<String> options() {
        return options;
    }

    void classpath(Collection<Path> entries) {
        files.classpath(entries);
    }

    /** Makes the classes of earlier cells visible to later ones. */
    void keep(Map<String, byte[]> classes) {
        files.keep(classes);
    }

    /** The classes of earlier cells under this unit, as they were compiled last. */
    Map<String, byte[]> kept(String unit) {
        return files.kept(unit);
    }

    /** Keeps the classes of these units only. */
    void retain(Set<String> units) {
        files.retain(units);
    }

    /** Parses each text on its own. */
    List<Parsed> parse(List<String> texts) {
        if (texts.isEmpty()) {
            return List.of();
        }
        Map<JavaFileObject, List<SyntaxError>> errors = new HashMap<>();
        List<Source> sources = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            sources.add(new Source("Parsed" + i, "cell", texts.get(i)));
        }
        JavacTask task = (JavacTask) javac.getTask(
                null,
                files,
                diagnostic -> {
                    if (diagnostic.getKind() == Diagnostic.Kind.ERROR && diagnostic.getSource() != null) {
                        errors.computeIfAbsent(diagnostic.getSource(), _ -> new ArrayList<>())
                                .add(new SyntaxError(
                                        diagnostic.getStartPosition(),
                                        diagnostic.getEndPosition(),
                                        diagnostic.getCode(),
                                        diagnostic.getMessage(Locale.ROOT)));
                    }
                },
                options,
                null,
                sources);
        SourcePositions positions = Trees.instance(task).getSourcePositions();
        List<Parsed> parsed = new ArrayList<>();
        try {
            for (CompilationUnitTree unit : task.parse()) {
                parsed.add(new Parsed(unit, positions, errors.getOrDefault(sources.get(parsed.size()), List.of())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the compiler could not read a cell from memory", e);
        }
        return parsed;
    }

    /** Finds the type of every variable that stands as {@code var} in methods named {@code do$}. */
    Map<String, InferredType> inferTypes(List<UnitSource> units, List<Problem> problems) {
        JavacTask task = task(units, problems);
        Trees trees = Trees.instance(task);
        Map<String, InferredType> types = new LinkedHashMap<>();
        TypeNames names = new TypeNames(task.getTypes());
        try {
            Iterable<? extends CompilationUnitTree> parsed = task.parse();
            task.analyze();
            for (CompilationUnitTree tree : parsed) {
                new TreePathScanner<Void, Void>() {
                    @Override
                    public Void visitMethod(MethodTree method, Void unused) {
                        return method.getName().contentEquals("do$") ? super.visitMethod(method, unused) : null;
                    }

                    @Override
                    public Void visitVariable(VariableTree variable, Void unused) {
                        TreePath path = getCurrentPath();
                        if (path.getParentPath().getParentPath().getLeaf() instanceof MethodTree
                                && variable.getInitializer() != null) {
                            TypeMirror type = trees.getTypeMirror(path);
                            ExecutableElement constructor = variable.getInitializer() instanceof NewClassTree created
                                    ? (ExecutableElement) trees.getElement(new TreePath(path, created))
                                    : null;
                            types.putIfAbsent(variable.getName().toString(), names.inferred(type, constructor));
                        }
                        return super.visitVariable(variable, unused);
                    }
                }.scan(tree, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the compiler could not read a cell from memory", e);
        }
        return types;
    }

    /** @param finals variables of the notebook that may not be assigned */
    Compiled compile(List<UnitSource> units, Set<String> finals) {
        List<Problem> problems = new ArrayList<>();
        files.beginOutput();
        JavacTask task = task(units, problems);
        try {
            Iterable<? extends CompilationUnitTree> parsed = task.parse();
            task.analyze();
            if (problems.isEmpty() && !finals.isEmpty()) {
                FinalVariables check = new FinalVariables(Trees.instance(task), finals);
                int at = 0;
                for (CompilationUnitTree tree : parsed) {
                    problems.addAll(check.problems(tree, units.get(at++)));
                }
            }
            if (problems.isEmpty()) {
                task.generate();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the compiler could not read a cell from memory", e);
        }
        return new Compiled(files.takeOutput(), problems);
    }

    private JavacTask task(List<UnitSource> units, List<Problem> problems) {
        List<Source> sources = new ArrayList<>();
        Map<JavaFileObject, UnitSource> origins = new HashMap<>();
        for (UnitSource unit : units) {
            Source source = new Source(unit.className, unit.cell.name(), unit.text());
            sources.add(source);
            origins.put(source, unit);
        }
        return (JavacTask) javac.getTask(
                null,
                files,
                diagnostic -> {
                    if (diagnostic.getKind() == Diagnostic.Kind.ERROR) {
                        problems.add(problem(diagnostic, origins.get(diagnostic.getSource())));
                    }
                },
                options,
                null,
                sources);
    }

    private static Problem problem(Diagnostic<? extends JavaFileObject> diagnostic, UnitSource unit) {
        String message = diagnostic.getMessage(Locale.ROOT);
        if (unit == null) {
            return new Problem(null, null, -1, -1, diagnostic.getCode(), message);
        }
        int at = unit.toCell(diagnostic.getPosition());
        int start = unit.toCell(diagnostic.getStartPosition());
        int end = unit.toCell(diagnostic.getEndPosition());
        if (start < 0) {
            start = at;
        }
        return new Problem(unit, unit.cell, start, Math.max(start, end), diagnostic.getCode(), message);
    }

    @Override
    public void close() throws IOException {
        files.close();
    }

    /** Source held in memory. Its address ends in the cell's name, which the class file then carries. */
    static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String className, String cellName, String text) {
            super(uri("/" + className + "/" + cellName), Kind.SOURCE);
            this.text = text;
        }

        /** Whatever a magic or a file is called. */
        private static URI uri(String path) {
            try {
                return new URI("cell", null, path, null);
            } catch (URISyntaxException e) {
                throw new IllegalArgumentException("not a name for code: " + path, e);
            }
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }

        @Override
        public boolean isNameCompatible(String simpleName, Kind kind) {
            return kind == Kind.SOURCE;
        }
    }
}
