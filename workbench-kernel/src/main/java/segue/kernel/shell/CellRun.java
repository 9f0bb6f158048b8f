package segue.kernel.shell;

import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;

/** One run of one cell. Threads that it starts belong to it for as long as they live. */
final class CellRun {
    private static final InheritableThreadLocal<CellRun> OWN = new InheritableThreadLocal<>();
    private static volatile CellRun latest;

    final CellOutput output;
    final OpenNotebook notebook;
    final ProgressBoard progress;
    final Utf8Text stdout = new Utf8Text();
    final Utf8Text stderr = new Utf8Text();
    private final Thread thread = Thread.currentThread();
    private volatile boolean interrupted;
    private volatile boolean ended;
    private volatile String whyTimedOut;

    CellRun(CellOutput output, OpenNotebook notebook) {
        this.output = output;
        this.notebook = notebook;
        this.progress = new ProgressBoard(output);
    }

    void begin() {
        latest = this;
        OWN.set(this);
    }

    /** Lets what this thread prints go to the run's cell, and leaves the cell that runs alone. */
    void beginBeside() {
        OWN.set(this);
    }

    void end() {
        ended = true;
        progress.end(thread, interrupted);
        OWN.remove();
        Thread.interrupted();
    }

    boolean hasEnded() {
        return ended;
    }

    void interrupt() {
        interrupted = true;
        CellRuntime.polling(true);
        if (!ended) {
            thread.interrupt();
        }
    }

    void timeOut(String why) {
        whyTimedOut = why;
    }

    Optional<String> whyTimedOut() {
        return Optional.ofNullable(whyTimedOut);
    }

    boolean wasInterrupted() {
        return interrupted;
    }

    /** The run to which the calling thread belongs; workers of the common pool serve whichever run is latest. */
    static CellRun current() {
        if (Thread.currentThread() instanceof ForkJoinWorkerThread worker
                && worker.getPool() == ForkJoinPool.commonPool()) {
            return latest;
        }
        CellRun own = OWN.get();
        return own == null ? latest : own;
    }

    /** As {@link #current}, for what makes no sense before the first cell. */
    static CellRun running() {
        CellRun run = current();
        if (run == null) {
            throw new IllegalStateException("no cell has run yet, so there is no place to show anything");
        }
        return run;
    }

    /** Called from polls while something is to be stopped. */
    static void stopIfInterrupted() {
        CellRun run = current();
        if (run != null && run.interrupted) {
            throw new Interrupted();
        }
    }

    /** Ends the code of an interrupted cell. An error, so that no ordinary catch clause stops it. */
    static final class Interrupted extends Error {
        private static final long serialVersionUID = 1L;

        Interrupted() {
            super("interrupted", null, false, false);
        }
    }
}
