package segue.kernel.shell;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * One run of one cell. Threads that it starts belong to it for as long as they live: what they print goes under the
 * cell, and they are stopped when it is stopped.
 */
final class CellRun {
    private static final InheritableThreadLocal<CellRun> OWN = new InheritableThreadLocal<>();
    private static final long PATIENCE_MILLIS = 100;
    private static volatile CellRun latest;

    final CellOutput output;
    final OpenNotebook notebook;
    final ProgressBoard progress;
    final Utf8Text stdout = new Utf8Text();
    final Utf8Text stderr = new Utf8Text();
    private final Thread thread = Thread.currentThread();
    /** Every thread with a higher number came later. */
    private final long newestThreadBefore = Thread.ofPlatform()
            .inheritInheritableThreadLocals(false)
            .unstarted(() -> {})
            .threadId();

    private volatile boolean interrupted;
    private volatile boolean ended;
    private volatile String whyTimedOut;
    private boolean shielded;

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

    synchronized void end() {
        ended = true;
        progress.end(thread, interrupted);
        OWN.remove();
        Thread.interrupted();
    }

    boolean hasEnded() {
        return ended;
    }

    /** Work of the kernel's own in the midst of a run, such as compiling. */
    interface Work<T, X extends Exception> {
        T done() throws X;
    }

    /**
     * Does work that the interruption of a thread would spoil: reading a jar, for one, would close it for ever. A stop
     * that comes meanwhile takes effect at its end.
     */
    static <T, X extends Exception> T shield(Work<T, X> work) throws X {
        CellRun run = OWN.get();
        if (run == null || run.thread != Thread.currentThread() || !run.raiseShield()) {
            return work.done();
        }
        try {
            return work.done();
        } finally {
            run.lowerShield();
        }
    }

    private synchronized boolean raiseShield() {
        if (shielded) {
            return false;
        }
        Thread.interrupted();
        if (interrupted) {
            throw new Interrupted();
        }
        shielded = true;
        return true;
    }

    private synchronized void lowerShield() {
        shielded = false;
        if (interrupted) {
            throw new Interrupted();
        }
    }

    void interrupt() {
        interrupted = true;
        CellRuntime.polling(true);
        synchronized (this) {
            if (!ended && !shielded) {
                thread.interrupt();
            }
        }
        others().forEach(Thread::interrupt);
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

    /** Threads that this run has started, but for virtual ones, and those that compute for parallel streams. */
    private Stream<Thread> others() {
        ThreadGroup own = thread.getThreadGroup();
        ThreadGroup all = own;
        while (all != null && all.getParent() != null) {
            all = all.getParent();
        }
        if (all == null) {
            return Stream.empty();
        }
        Thread[] threads = new Thread[2 * all.activeCount() + 16];
        int count = all.enumerate(threads);
        return Arrays.stream(threads, 0, count)
                .filter(other -> other != thread)
                .filter(other -> servesStreams(other)
                        || other.threadId() > newestThreadBefore && own.parentOf(other.getThreadGroup()));
    }

    /** Waits a little until the threads of this run have seen that they are to stop. */
    void awaitStop() {
        Thread.interrupted();
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        while (System.nanoTime() < deadline
                && (ForkJoinPool.commonPool().getActiveThreadCount() > 0
                        || others().anyMatch(other -> other.getState() == Thread.State.RUNNABLE))) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }

    private static boolean servesStreams(Thread thread) {
        return thread instanceof ForkJoinWorkerThread worker && worker.getPool() == ForkJoinPool.commonPool();
    }

    /** The run to which the calling thread belongs; workers of the common pool serve whichever run is latest. */
    static CellRun current() {
        if (servesStreams(Thread.currentThread())) {
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
            super("interrupted");
        }
    }
}
