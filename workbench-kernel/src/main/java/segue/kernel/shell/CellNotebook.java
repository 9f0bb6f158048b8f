package segue.kernel.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import segue.kernel.display.Renderers;
import segue.kernel.magics.Arguments;
import segue.kernel.magics.MagicContext;
import segue.kernel.magics.Magics;
import segue.kernel.variables.VariableSummary;

/** Joins Java and magics: runs code that has both, and lets each call the other. */
final class CellNotebook implements OpenNotebook, CellScript.Host {
    private final CellEngine engine;
    private final Magics magics;
    private final BiConsumer<String, String> remember;

    /** @param remember takes the name and the text of code that is run, for messages to quote */
    CellNotebook(CellEngine engine, Magics magics, BiConsumer<String, String> remember) {
        this.engine = engine;
        this.magics = magics;
        this.remember = remember;
    }

    Optional<Object> run(CellText cell) throws Throwable {
        remember.accept(cell.name(), cell.code());
        return new CellScript(cell, magics, this).run();
    }

    @Override
    public Optional<Object> java(CellText cell, int from, int to, boolean last) throws Throwable {
        return engine.run(cell, from, to, last, System.err::println);
    }

    @Override
    public MagicContext context(CellText cell, int bodyStart) {
        StatusLine status = new StatusLine();
        return new MagicContext() {
            @Override
            public Optional<Object> run() throws Throwable {
                // The lines before the body stay as empty lines, so that messages count as the person does.
                String above = cell.code().substring(0, bodyStart).replaceAll("[^\\n]", " ");
                CellText body = new CellText(cell.name(), above + cell.code().substring(bodyStart));
                return new CellScript(body, magics, CellNotebook.this).run();
            }

            @Override
            public String body() {
                return cell.code().substring(bodyStart);
            }

            @Override
            public Optional<Object> load(String name, String code) throws Throwable {
                return CellNotebook.this.run(new CellText(name, code));
            }

            @Override
            public void show(Object value) {
                CellFunctions.display(value);
            }

            @Override
            public List<VariableSummary> variables() {
                return CellNotebook.this.variables();
            }

            @Override
            public List<Path> classpath() {
                return engine.classpath();
            }

            @Override
            public void addToClasspath(List<Path> entries) {
                CellNotebook.this.addToClasspath(entries);
            }

            @Override
            public void status(String line) {
                status.show(line);
            }
        };
    }

    @Override
    public Optional<Object> eval(String code) throws Throwable {
        return run(new CellText("eval", code));
    }

    @Override
    public Optional<Object> lineMagic(String name, List<String> arguments) throws Throwable {
        Arguments given = Arguments.ofWords(arguments);
        return magics.call("%" + name, given, context(new CellText("%" + name, given.text()), 0));
    }

    @Override
    public Optional<Object> cellMagic(String name, List<String> arguments, String body) throws Throwable {
        return magics.call("%%" + name, Arguments.ofWords(arguments), context(new CellText("%%" + name, body), 0));
    }

    /** What the variables hold now, in the order of their declaration. */
    List<VariableSummary> variables() {
        return engine.declarations().variables.values().stream()
                .map(variable -> VariableSummary.of(
                        variable.name(),
                        CellNames.readable(variable.type()),
                        engine.valueOf(variable).orElse(null)))
                .toList();
    }

    @Override
    public Magics magics() {
        return magics;
    }

    @Override
    public void addToClasspath(List<Path> entries) {
        engine.addToClasspath(entries);
        Renderers.installed().reload();
    }
}
