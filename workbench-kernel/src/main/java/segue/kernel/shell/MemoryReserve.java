package segue.kernel.shell;

import java.util.concurrent.locks.LockSupport;

/**
 * Memory that is let go of when a cell has filled the heap, so that the error can be told and the next cell compiled
 * while the cell's variables still hold all the rest. It is taken only once the heap has grown, so a small kernel stays
 * small.
 */
final class MemoryReserve {
    private static final int BYTES = 32 << 20;
    private static final long LOOK_NANOS = 100_000_000;
    private static final double GROWN = 0.5;
    private static final double NEARLY_FULL = 0.9;

    private static volatile byte[] held;
    private static volatile CellRun watched;
    private static Thread watcher;

    private MemoryReserve() {}

    static synchronized void watch(CellRun run) {
        watched = run;
        if (watcher == null) {
            watcher = Thread.ofPlatform().daemon().name("memory reserve").unstarted(MemoryReserve::look);
            watcher.start();
        } else {
            LockSupport.unpark(watcher);
        }
    }

    static void letGo() {
        held = null;
    }

    private static void look() {
        while (true) {
            CellRun run = watched;
            if (run == null || run.hasEnded()) {
                watched = null;
                LockSupport.park();
                continue;
            }
            Runtime runtime = Runtime.getRuntime();
            long most = runtime.maxMemory();
            long used = runtime.totalMemory() - runtime.freeMemory();
            if (held == null && runtime.totalMemory() > most * GROWN && used < most * NEARLY_FULL) {
                take();
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    private static void take() {
        try {
            held = new byte[BYTES];
        } catch (OutOfMemoryError e) {
            // The heap is full already: what there is to say, the cell's own error says.
            held = null;
        }
    }
}
