package segue.kernel.shell;

import java.util.concurrent.locks.LockSupport;

/**
 * Memory that is let go of when a cell has filled the heap, so that the error can be told and the next cell compiled
 * while the cell's variables still hold all the rest. It is taken only once the heap has grown, so a small kernel stays
 * small.
 */
final class MemoryReserve {
    private static final int BYTES =
            (int) Math.min(64 << 20, Runtime.getRuntime().maxMemory() / 8);
    /** A heap this small may be full before anybody has looked. */
    private static final long SMALL_HEAP = 1L << 30;

    private static final long LOOK_NANOS = 20_000_000;
    private static final double GROWN = 0.3;
    /** It is not taken where less than this many times its size is free, since the cell's own work needs that. */
    private static final long ROOM = 3;

    private static volatile byte[] held;
    private static volatile CellRun watched;
    private static Thread watcher;

    private MemoryReserve() {}

    static synchronized void watch(CellRun run) {
        takeIfWise();
        watched = run;
        if (watcher == null) {
            watcher = Thread.ofPlatform().daemon().name("memory reserve").unstarted(MemoryReserve::look);
            watcher.start();
        } else {
            LockSupport.unpark(watcher);
        }
    }

    /** Makes room; it is taken again when a later cell finds enough of it. */
    static void letGo() {
        watched = null;
        held = null;
    }

    private static void look() {
        while (true) {
            CellRun run = watched;
            if (run == null || run.hasEnded()) {
                LockSupport.park();
                continue;
            }
            takeIfWise();
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    private static void takeIfWise() {
        Runtime runtime = Runtime.getRuntime();
        long most = runtime.maxMemory();
        long used = runtime.totalMemory() - runtime.freeMemory();
        boolean grown = most <= SMALL_HEAP || runtime.totalMemory() > most * GROWN;
        if (held == null && grown && most - used > ROOM * BYTES) {
            take();
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
