package segue.kernel.shell;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import segue.kernel.display.MimeBundle;
import segue.kernel.display.Renderers;
import segue.kernel.magics.MagicContext;
import segue.kernel.magics.MagicFailure;
import segue.kernel.magics.Magics;
import segue.kernel.variables.VariableSummary;

/** The Java of a notebook: runs cells, shows values, explains errors. See the package's tour for how. */
public final class JavaShell implements Shell {
    private static final long LIBRARY_CALL_NOTICE_MILLIS = 2_000;
    private static final int REMEMBERED_CELLS = 200;

    private final CellEngine engine;
    private final Assistant assistant;
    private final Magics magics = Magics.standard();
    private final Map<String, String> codeByCell = Collections.synchronizedMap(new LinkedHashMap<>());
    private final CellScript.Host host = new CellScript.Host() {
        @Override
        public Optional<Object> java(CellText cell, int from, int to, boolean last) throws Throwable {
            return engine.run(cell, from, to, last, System.err::println);
        }

        @Override
        public MagicContext context(CellText cell, int bodyStart) {
            return magicContext(cell, bodyStart);
        }
    };
    private volatile CellRun running;

    /**
     * What a shell begins with.
     *
     * @param classpath jars and folders that cells can use
     * @param compilerOptions as {@code javac} takes them, without class path
     * @param imports packages with a star ({@code java.util.*}); the first that has a name wins; absent ones do no harm
     * @param snippets code that runs before the first cell
     */
    public record Options(
            List<Path> classpath, List<String> compilerOptions, List<String> imports, List<String> snippets) {
        public Options {
            classpath = List.copyOf(classpath);
            compilerOptions = List.copyOf(compilerOptions);
            imports = List.copyOf(imports);
            snippets = List.copyOf(snippets);
            for (String name : imports) {
                if (!name.matches("[\\w.]+\\.\\*")) {
                    throw new IllegalArgumentException(
                            "a startup import must be a package with a star, such as java.util.*, but was " + name);
                }
            }
        }

        /** This JVM's class path, and the imports that an analysis needs. */
        public static Options defaults() {
            return new Options(ownClasspath(), defaultCompilerOptions(), StartupImports.ALL, List.of());
        }

        public Options withSnippets(List<String> snippets) {
            return new Options(classpath, compilerOptions, imports, snippets);
        }

        public Options withClasspath(List<Path> classpath) {
            return new Options(classpath, compilerOptions, imports, snippets);
        }

        public Options withCompilerOptions(List<String> compilerOptions) {
            return new Options(classpath, compilerOptions, imports, snippets);
        }

        static List<Path> ownClasspath() {
            List<Path> entries = new ArrayList<>();
            for (String entry : System.getProperty("java.class.path", "").split(File.pathSeparator)) {
                if (!entry.isBlank()) {
                    entries.add(Path.of(entry));
                }
            }
            return entries;
        }

        private static List<String> defaultCompilerOptions() {
            List<String> options = new ArrayList<>(List.of("-parameters"));
            if (ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()) {
                options.addAll(List.of("--add-modules", "jdk.incubator.vector", "-Xlint:-incubating"));
            }
            return options;
        }
    }

    public JavaShell() {
        this(Options.defaults());
    }

    /** @throws IllegalArgumentException if a startup snippet fails */
    public JavaShell(Options options) {
        CellStreams.install();
        CellExceptions.install();
        engine = new CellEngine(options);
        assistant = new Assistant(engine, magics);
        engine.add(new MissingImports(assistant::importsFor));
        for (String snippet : options.snippets()) {
            CellText text = new CellText("startup", snippet);
            try {
                engine.run(text, 0, snippet.length(), false, _ -> {});
            } catch (CompileFailure e) {
                throw new IllegalArgumentException("a startup snippet does not compile: " + e.getMessage(), e);
            } catch (Throwable e) {
                throw new IllegalArgumentException("a startup snippet failed: " + e, e);
            }
        }
    }

    @Override
    public CellResult execute(String code, int executionCount, CellOutput output) {
        CellText cell = new CellText("cell " + executionCount, code);
        codeByCell.put(cell.name(), code);
        if (codeByCell.size() > REMEMBERED_CELLS) {
            codeByCell.remove(codeByCell.keySet().iterator().next());
        }
        return during(new CellRun(new ReadableOutput(output)), () -> new CellScript(cell, magics, host).run());
    }

    @Override
    public CellResult call(Action action, CellOutput output) {
        return during(new CellRun(new ReadableOutput(output)), () -> {
            action.run();
            return Optional.empty();
        });
    }

    @Override
    public CellResult callBeside(Action action, CellOutput output) {
        return CellInvoker.beside(action, output, engine.loader(), this::codeOf);
    }

    /** What is run as a cell. */
    private interface Body {
        Optional<Object> run() throws Throwable;
    }

    private CellResult during(CellRun run, Body body) {
        CellRuntime.polling(false);
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(engine.loader());
        run.begin();
        MemoryReserve.watch(run);
        running = run;
        try {
            Optional<Object> value = body.run();
            return new CellResult.Ok(value.map(Renderers.installed()::render).map(ReadableOutput::readable));
        } catch (CompileFailure e) {
            return CompileErrors.failed(e.problems(), suggestions());
        } catch (MagicFailure e) {
            return new CellResult.Failed(
                    "MagicError",
                    Tracebacks.firstLine(e.getMessage()),
                    e.getMessage().lines().toList());
        } catch (Throwable e) {
            return failed(run, e);
        } finally {
            running = null;
            CellStreams.restore(run);
            run.end();
            Thread.currentThread().setContextClassLoader(before);
            CellConsole.installSoon();
        }
    }

    private CellResult failed(CellRun run, Throwable thrown) {
        if (thrown instanceof OutOfMemoryError) {
            MemoryReserve.letGo();
        }
        if (run.wasInterrupted()) {
            // Workers of a parallel stream have to see the poll before it is switched off.
            awaitIdlePool();
            return new CellResult.Failed("Interrupted", "the cell was stopped", List.of("The cell was stopped."));
        }
        return Tracebacks.failed(thrown, this::codeOf);
    }

    private static void awaitIdlePool() {
        Thread.interrupted();
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(100);
        while (ForkJoinPool.commonPool().getActiveThreadCount() > 0 && System.nanoTime() < deadline) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }

    private Optional<String> codeOf(String cellName) {
        return Optional.ofNullable(codeByCell.get(cellName));
    }

    private Suggestions suggestions() {
        return new Suggestions(knownNames(), engine.loader(), assistant::classes);
    }

    private Set<String> knownNames() {
        Set<String> names = new HashSet<>(CellFunctions.NAMES);
        names.addAll(engine.declarations().variables.keySet());
        names.addAll(engine.declarations().types.keySet());
        engine.declarations().methods.values().forEach(method -> names.add(method.name()));
        names.addAll(StartupImports.COMMON_NAMES);
        return names;
    }

    /** What a magic may do, told from where in the cell it stands. */
    private MagicContext magicContext(CellText cell, int bodyStart) {
        return new MagicContext() {
            @Override
            public Optional<Object> run() throws Throwable {
                return host.java(cell, bodyStart, cell.code().length(), true);
            }

            @Override
            public Optional<Object> load(String name, String code) throws Throwable {
                codeByCell.put(name, code);
                return new CellScript(new CellText(name, code), magics, host).run();
            }

            @Override
            public List<VariableSummary> variables() {
                return JavaShell.this.variables();
            }

            @Override
            public List<Path> classpath() {
                return engine.classpath();
            }

            @Override
            public void addToClasspath(List<Path> entries) {
                engine.addToClasspath(entries);
                Renderers.installed().reload();
            }
        };
    }

    @Override
    public void interrupt() {
        CellRun run = running;
        if (run == null) {
            return;
        }
        run.interrupt();
        Thread.ofVirtual().name("interrupt notice").start(() -> {
            try {
                Thread.sleep(LIBRARY_CALL_NOTICE_MILLIS);
            } catch (InterruptedException e) {
                return;
            }
            if (!run.hasEnded()) {
                run.output.stderr("This cell is inside a library call that does not let itself be stopped: wait for it,"
                        + " or restart the kernel to stop it.\n");
            }
        });
    }

    @Override
    public Completion complete(String code, int cursor) {
        return assistant.complete(code, cursor);
    }

    @Override
    public Completeness isComplete(String code) {
        return assistant.isComplete(code);
    }

    @Override
    public Optional<MimeBundle> inspect(String code, int cursor, int detailLevel) {
        return assistant.inspect(code, cursor, detailLevel);
    }

    @Override
    public List<VariableSummary> variables() {
        return engine.declarations().variables.values().stream()
                .map(variable -> VariableSummary.of(
                        variable.name(),
                        CellNames.readable(variable.type()),
                        engine.valueOf(variable).orElse(null)))
                .toList();
    }

    @Override
    public void close() {
        try {
            engine.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the shell's jars could not be closed", e);
        }
    }
}
