package segue.kernel.shell;

import java.util.Optional;

/** Shows, under the cell that started the thread, an exception that nobody caught. */
final class CellExceptions {
    private CellExceptions() {}

    static void install() {
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> {
            CellRun run = CellRun.current();
            if (thrown instanceof CellRun.Interrupted) {
                return;
            }
            String text = "Uncaught in " + name(thread) + ":\n"
                    + String.join("\n", Tracebacks.lines(thrown, _ -> Optional.empty())) + "\n";
            if (run == null) {
                System.err.print(text);
            } else {
                run.output.stderr(text);
            }
        });
    }

    private static String name(Thread thread) {
        if (!thread.getName().isBlank()) {
            return "thread " + thread.getName();
        }
        return thread.isVirtual() ? "a virtual thread" : "a thread without a name";
    }
}
