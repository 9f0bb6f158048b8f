package segue.kernel.shell;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.reflect.AccessFlag;
import java.net.MalformedURLException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Consumer;

/**
 * Compiles and runs Java of cells, and keeps what they declare. The pieces of a cell are compiled together, in one go,
 * into one class; a variable is a static field, so it keeps its value whatever is declared or imported later.
 */
final class CellEngine implements AutoCloseable {
    private final CellCompiler compiler;
    private final CellParser parser;
    private final CellLoader loader;
    private final CellClasses classes;
    private final Set<Path> classpath;
    private final FailedUnits failedUnits = new FailedUnits();

    private volatile Declarations declarations = new Declarations();
    private volatile Imports imports;
    private MissingImports missingImports = MissingImports.none();
    private int serial;

    CellEngine(ShellOptions options) {
        compiler = new CellCompiler(options.compilerOptions());
        parser = new CellParser(compiler);
        loader = new CellLoader(CellEngine.class.getClassLoader());
        classes = new CellClasses(compiler, loader);
        imports = new Imports(options.imports(), this::classExists);
        classpath = new CopyOnWriteArraySet<>(options.classpath());
        compiler.classpath(classpath);
        Set<Path> own = new HashSet<>(ShellOptions.ownClasspath());
        classpath.stream().filter(entry -> !own.contains(entry)).forEach(this::addToLoader);
    }

    /** Where to ask for imports that a cell lacks. */
    void add(MissingImports advice) {
        missingImports = advice;
    }

    ClassLoader loader() {
        return loader;
    }

    CellCompiler compiler() {
        return compiler;
    }

    Declarations declarations() {
        return declarations;
    }

    Imports imports() {
        return imports;
    }

    List<Path> classpath() {
        return List.copyOf(classpath);
    }

    void addToClasspath(List<Path> entries) {
        for (Path entry : entries) {
            if (classpath.add(entry)) {
                addToLoader(entry);
            }
        }
        compiler.classpath(classpath);
        imports.classpathChanged();
    }

    private void addToLoader(Path entry) {
        try {
            loader.addURL(entry.toUri().toURL());
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("not a path for classes: " + entry, e);
        }
    }

    /** Whether there is such a class that a cell may use: a package's own classes are none of a notebook's names. */
    private boolean classExists(String name) {
        try (InputStream bytes = loader.getResourceAsStream(name.replace('.', '/') + ".class")) {
            return bytes != null
                    && ClassFile.of().parse(bytes.readAllBytes()).flags().has(AccessFlag.PUBLIC);
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Runs a stretch of a cell.
     *
     * @param last whether the stretch ends the cell, so that its closing expression is the value
     * @param notes takes sentences for the person, about variables that had to be reset and the like
     */
    Optional<Object> run(CellText cell, int from, int to, boolean last, Consumer<String> notes)
            throws CompileFailure, Throwable {
        Optional<Object> value = Optional.empty();
        int start = CellParser.afterPackage(cell, from, to);
        if (start > from) {
            notes.accept("the package declaration was left out: what a cell declares needs no package");
        }
        List<Piece> pieces = CellRun.shield(() -> parser.parse(cell, start, to, last));
        for (List<Piece> segment : Segments.of(pieces)) {
            Prepared prepared = CellRun.shield(() -> prepareImporting(cell, segment, notes));
            value = prepared.run();
        }
        return value;
    }

    /** Compiled and loaded, with its declarations in force. */
    private record Prepared(Class<?> unit, List<String> steps, boolean valued) {
        Optional<Object> run() throws Throwable {
            for (String step : steps) {
                CellInvoker.step(unit, step);
            }
            return valued ? Optional.ofNullable(CellInvoker.value(unit)) : Optional.empty();
        }
    }

    /** What does not compile for want of an import gets it, if there is no doubt which. */
    private Prepared prepareImporting(CellText cell, List<Piece> pieces, Consumer<String> notes)
            throws CompileFailure, ReflectiveOperationException {
        try {
            return prepare(cell, pieces, notes, Set.of());
        } catch (CompileFailure e) {
            Set<String> added = missingImports.addedFor(e);
            if (added.isEmpty()) {
                throw e;
            }
            Imports before = imports;
            imports = imports.with(added);
            try {
                return prepare(cell, pieces, notes, added);
            } catch (CompileFailure stillWrong) {
                imports = before;
                throw stillWrong;
            }
        }
    }

    private Prepared prepare(CellText cell, List<Piece> pieces, Consumer<String> notes, Set<String> importsAdded)
            throws CompileFailure, ReflectiveOperationException {
        String className = "$" + ++serial;
        Map<String, InferredType> inferred = Map.of();
        if (pieces.stream().anyMatch(piece -> piece instanceof Piece.Variable variable && variable.inferred())) {
            inferred = infer(cell, pieces, className);
        }
        Set<String> leftAlone = new HashSet<>();
        Map<String, String> refused = new LinkedHashMap<>();
        boolean valueIsVoid = false;
        while (true) {
            CellPlan plan = new CellPlan(
                    cell,
                    pieces,
                    className,
                    imports,
                    declarations,
                    inferred,
                    leftAlone,
                    failedUnits,
                    type -> !refused.containsKey(type.name())
                            && !failedUnits.contains(type.owner())
                            && Redefinition.isAvailable());
            UnitWriter writer = new UnitWriter(plan);
            UnitSource main = writer.main(valueIsVoid);
            List<UnitSource> units = new ArrayList<>(List.of(main));
            units.addAll(writer.others());
            CellCompiler.Compiled compiled = compiler.compile(units, plan.finals());
            if (compiled.problems().isEmpty()) {
                Map<String, String> refusedNow = classes.install(plan, compiled.classes());
                if (refusedNow.isEmpty()) {
                    importsAdded.forEach(name -> notes.accept("import " + name + ";"));
                    boolean shown = pieces.getLast() instanceof Piece.Expression expression && expression.shown();
                    return new Prepared(inForce(plan, refused.values(), notes), writer.steps(), shown && !valueIsVoid);
                }
                refused.putAll(refusedNow);
            } else if (!valueIsVoid
                    && compiled.problems().stream().anyMatch(problem -> isVoidValue(problem, main, pieces))) {
                valueIsVoid = true;
            } else if (!leaveAlone(plan, compiled.problems(), main, leftAlone, notes)) {
                throw new CompileFailure(compiled.problems());
            }
        }
    }

    private Map<String, InferredType> infer(CellText cell, List<Piece> pieces, String className) throws CompileFailure {
        List<Piece> withoutInferred = pieces.stream()
                .filter(piece -> !(piece instanceof Piece.Variable variable && variable.inferred()))
                .toList();
        CellPlan plan = new CellPlan(
                cell, withoutInferred, className, imports, declarations, Map.of(), Set.of(), failedUnits, _ -> false);
        List<Piece.Variable> variables = pieces.stream()
                .filter(piece -> piece instanceof Piece.Variable variable && variable.inferred())
                .map(Piece.Variable.class::cast)
                .toList();
        variables.forEach(plan::mention);
        List<Problem> problems = new ArrayList<>();
        UnitWriter writer = new UnitWriter(plan);
        List<UnitSource> units = new ArrayList<>(List.of(writer.inference(variables)));
        units.addAll(writer.others());
        Map<String, InferredType> types = compiler.inferTypes(units, problems);
        List<Problem> own = problems.stream()
                .filter(problem -> pieces.stream()
                        .anyMatch(piece -> piece instanceof Piece.Variable variable
                                && variable.inferred()
                                && problem.start() >= variable.start()
                                && problem.start() < variable.end()))
                .toList();
        if (!own.isEmpty()) {
            throw new CompileFailure(own);
        }
        return types;
    }

    private static boolean isVoidValue(Problem problem, UnitSource main, List<Piece> pieces) {
        return problem.unit() == main
                && pieces.getLast() instanceof Piece.Expression expression
                && expression.shown()
                && expression.mayBeVoid()
                && problem.start() >= expression.start()
                && problem.start() <= expression.end()
                && problem.message().contains("void cannot be converted");
    }

    /** An earlier declaration that no longer compiles keeps its old meaning; the new cell goes on without it. */
    private static boolean leaveAlone(
            CellPlan plan, List<Problem> problems, UnitSource main, Set<String> leftAlone, Consumer<String> notes) {
        boolean grown = false;
        for (Problem problem : problems) {
            if (problem.unit() == null || problem.unit() == main) {
                continue;
            }
            for (Declared declared : plan.dependents) {
                String key = declared instanceof Declared.Method method
                        ? method.piece().key()
                        : declared.name();
                if (declared.owner().equals(problem.unit().className) && leftAlone.add(key)) {
                    grown = true;
                    notes.accept(declared.name() + " was left as it was, with the old declarations: "
                            + CompileErrors.headline(problem));
                }
            }
        }
        return grown;
    }

    private Class<?> inForce(CellPlan plan, Collection<String> refused, Consumer<String> notes)
            throws ReflectiveOperationException {
        List<String> reasons = new ArrayList<>(plan.reasons);
        reasons.addAll(refused);
        RenewalNotes.of(plan, declarations, reasons, this::valueOf).forEach(notes);
        declarations = plan.after;
        imports = plan.imports;
        LatestMethods.link(plan, loader);
        Class<?> unit = loader.loadClass(CellCompiler.PACKAGE + "." + plan.className);
        classes.retain(declarations);
        return unit;
    }

    FailedUnits failedUnits() {
        return failedUnits;
    }

    /** The value of a variable, for tooltips. */
    Optional<Object> valueOf(Declared.Variable variable) {
        try {
            return Optional.ofNullable(loader.loadClass(CellCompiler.PACKAGE + "." + variable.owner())
                    .getField(variable.name())
                    .get(null));
        } catch (ReflectiveOperationException | LinkageError e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() throws IOException {
        compiler.close();
        loader.close();
    }
}
