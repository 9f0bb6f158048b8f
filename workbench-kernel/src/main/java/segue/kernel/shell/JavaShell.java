package segue.kernel.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import segue.kernel.display.MimeBundle;
import segue.kernel.display.Renderers;
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
    private final CellNotebook notebook;
    private final StartupOutput startup = new StartupOutput();
    private final Optional<ShellOptions.TimeLimit> limit;
    private volatile CellRun running;

    public JavaShell() {
        this(ShellOptions.defaults());
    }

    public JavaShell(ShellOptions options) {
        CellStreams.install();
        CellExceptions.install();
        limit = options.limit();
        engine = new CellEngine(options);
        assistant = new Assistant(engine, magics);
        engine.add(new MissingImports(assistant::importsFor));
        notebook = new CellNotebook(engine, magics, codeByCell::put);
        options.notes().forEach(note -> startup.stderr(note + ".\n"));
        options.scripts().forEach(this::start);
    }

    /** A script that fails is no reason to have no kernel. */
    private void start(ShellOptions.Script script) {
        if (run(new CellText(script.name(), script.code()), startup) instanceof CellResult.Failed failed) {
            startup.stderr("The startup script " + script.name() + " failed:\n" + String.join("\n", failed.traceback())
                    + "\n");
        }
    }

    @Override
    public CellResult execute(String code, int executionCount, CellOutput output) {
        if (output.isShown()) {
            startup.showIn(output);
        }
        CellResult result = run(new CellText("cell " + executionCount, code), output);
        while (codeByCell.size() > REMEMBERED_CELLS) {
            codeByCell.remove(codeByCell.keySet().iterator().next());
        }
        return result;
    }

    private CellResult run(CellText cell, CellOutput output) {
        return during(new CellRun(new ReadableOutput(output), notebook), () -> notebook.run(cell));
    }

    @Override
    public CellResult call(Action action, CellOutput output) {
        return during(new CellRun(new ReadableOutput(output), notebook), () -> {
            action.run();
            return Optional.empty();
        });
    }

    @Override
    public CellResult callBeside(Action action, CellOutput output) {
        CellRun run = new CellRun(new ReadableOutput(output), notebook);
        return CellInvoker.beside(action, run, engine.loader(), this::codeOf);
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
        Optional<Thread> clock = limit.map(time -> clock(time, run));
        try {
            Optional<Object> value = body.run();
            Optional<MimeBundle> shown =
                    value.map(Renderers.installed()::render).map(ReadableOutput::readable);
            return run.wasInterrupted() ? stopped(run) : new CellResult.Ok(shown);
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
            clock.ifPresent(Thread::interrupt);
            Thread.currentThread().setContextClassLoader(before);
            CellConsole.installSoon();
        }
    }

    private Thread clock(ShellOptions.TimeLimit limit, CellRun run) {
        return Thread.ofVirtual().name("time limit").start(() -> {
            try {
                Thread.sleep(limit.duration());
            } catch (InterruptedException e) {
                return;
            }
            run.timeOut(
                    "it ran longer than " + words(limit.duration()) + ", the limit that " + limit.source() + " sets");
            interrupt(run);
        });
    }

    private static String words(Duration duration) {
        return duration.toMillis() % 1_000 == 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
    }

    private CellResult failed(CellRun run, Throwable thrown) {
        if (thrown instanceof OutOfMemoryError) {
            MemoryReserve.letGo();
        }
        engine.failedUnits().note(thrown);
        if (run.wasInterrupted()) {
            return stopped(run);
        }
        return Tracebacks.failed(thrown, this::codeOf);
    }

    private static CellResult stopped(CellRun run) {
        // Threads of the cell have to see the poll before it is switched off.
        run.awaitStop();
        return run.whyTimedOut()
                .map(why -> new CellResult.Failed(
                        "Timeout", "the cell was stopped: " + why, List.of("The cell was stopped: " + why + ".")))
                .orElseGet(() ->
                        new CellResult.Failed("Interrupted", "the cell was stopped", List.of("The cell was stopped.")));
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

    @Override
    public void interrupt() {
        CellRun run = running;
        if (run != null) {
            interrupt(run);
        }
    }

    private static void interrupt(CellRun run) {
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
        return notebook.variables();
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
