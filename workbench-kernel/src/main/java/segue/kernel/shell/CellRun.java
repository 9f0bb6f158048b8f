package segue.kernel.shell;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;

/** One run of one cell. Threads that it starts belong to it for as long as they live. */
final class CellRun {
    private static final InheritableThreadLocal<CellRun> OWN = new InheritableThreadLocal<>();
    private static volatile CellRun latest;

    final CellOutput output;
    final Utf8Text stdout = new Utf8Text();
    final Utf8Text stderr = new Utf8Text();
    private final Thread thread = Thread.currentThread();
    private volatile boolean interrupted;
    private volatile boolean ended;

    CellRun(CellOutput output) {
        this.output = output;
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
