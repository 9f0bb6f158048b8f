package segue.kernel.shell;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.tools.JavaFileManager;
import segue.kernel.assist.ClassIndex;
import segue.kernel.assist.CodeAnswers;
import segue.kernel.assist.CompletenessCheck;
import segue.kernel.assist.Completer;
import segue.kernel.assist.NotebookView;
import segue.kernel.assist.Proposal;
import segue.kernel.display.MimeBundle;
import segue.kernel.magics.Magics;

/** Lets questions about code see what the cells have declared, and puts the answers in the shell's words. */
final class Assistant implements NotebookView {
    private final CellEngine engine;
    private final CodeAnswers answers;

    Assistant(CellEngine engine, Magics magics) {
        this.engine = engine;
        this.answers = new CodeAnswers(this, magics);
    }

    Shell.Completion complete(String code, int cursor) {
        Completer.Completed completed = answers.complete(code, cursor);
        Set<String> matches = new LinkedHashSet<>();
        Map<String, String> types = new LinkedHashMap<>();
        Map<String, String> signatures = new LinkedHashMap<>();
        for (Proposal proposal : completed.proposals()) {
            if (matches.add(proposal.text())) {
                types.put(proposal.text(), proposal.kind());
                signatures.put(proposal.text(), proposal.signature());
            }
        }
        return new Shell.Completion(List.copyOf(matches), completed.start(), completed.end(), types, signatures);
    }

    Shell.Completeness isComplete(String code) {
        Optional<CompletenessCheck.Completeness> answer = answers.isComplete(code);
        return answer.map(known -> new Shell.Completeness(
                        Shell.Completeness.Status.valueOf(known.state().name()), known.indent()))
                .orElse(new Shell.Completeness(Shell.Completeness.Status.UNKNOWN, ""));
    }

    Optional<MimeBundle> inspect(String code, int cursor, int detailLevel) {
        return answers.inspect(code, cursor, detailLevel);
    }

    /** Full names to import for names that a cell could not resolve. */
    Set<String> importsFor(Collection<String> simpleNames) {
        return answers.importsFor(simpleNames);
    }

    /** Every class by its simple name; waits until they are known. */
    ClassIndex classes() {
        return answers.classes();
    }

    @Override
    public JavaFileManager files() {
        return engine.compiler().files();
    }

    @Override
    public List<String> compilerOptions() {
        return engine.compiler().options();
    }

    @Override
    public List<Path> classpath() {
        return engine.classpath();
    }

    @Override
    public List<String> startupPackages() {
        return engine.imports().packages();
    }

    @Override
    public Class<?> functions() {
        return CellFunctions.class;
    }

    @Override
    public Set<String> functionNames() {
        return CellFunctions.NAMES;
    }

    @Override
    public List<Variable> variables() {
        return engine.declarations().variables.values().stream()
                .map(variable -> new Variable(variable.name(), variable.type()))
                .toList();
    }

    @Override
    public List<Method> methods() {
        return engine.declarations().methods.values().stream()
                .map(method -> new Method(
                        method.name(),
                        method.piece().header(),
                        method.piece().parameterTypes(),
                        method.text(),
                        method.cell().name(),
                        Comments.before(method.cell().code(), method.piece().start())))
                .toList();
    }

    @Override
    public List<Type> types() {
        return engine.declarations().types.values().stream()
                .map(type -> new Type(
                        type.name(),
                        CellCompiler.PACKAGE + "." + type.owner() + "." + type.name(),
                        type.text(),
                        type.cell().name(),
                        Comments.before(type.cell().code(), type.piece().start())))
                .toList();
    }

    @Override
    public Collection<String> importLines(Collection<String> names, Set<String> ownTypes, Set<String> ownMembers) {
        Declarations declared = engine.declarations();
        Set<String> lines = new LinkedHashSet<>(
                engine.imports().linesFor(names, name -> ownTypes.contains(name) || declared.types.containsKey(name)));
        lines.addAll(declared.importsFor(names, ownTypes, ownMembers));
        return lines;
    }

    @Override
    public List<Integer> ends(String code) {
        return CellSplitter.ends(code, 0, code.length());
    }

    @Override
    public boolean knowsType(String simpleName) {
        return engine.declarations().types.containsKey(simpleName)
                || engine.declarations().variables.containsKey(simpleName)
                || engine.imports().explains(simpleName);
    }

    @Override
    public List<String> importedTypes() {
        return engine.imports().importedTypes();
    }

    @Override
    public Optional<Object> value(String variable) {
        return Optional.ofNullable(engine.declarations().variables.get(variable))
                .flatMap(engine::valueOf);
    }
}
