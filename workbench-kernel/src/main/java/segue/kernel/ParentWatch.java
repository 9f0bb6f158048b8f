package segue.kernel;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Ends the kernel with the process that it serves, so that none is left behind when a notebook server dies. Looks twice a
 * second, since the JDK itself would tell up to five seconds late; a look costs some microseconds.
 */
final class ParentWatch {
    private static final Duration INTERVAL = Duration.ofMillis(500);

    /** Takes in the processes whose parent has ended. */
    private static final long INIT = 1;

    private ParentWatch() {}

    /**
     * Watches the process that started this kernel. Besides its number, which Jupyter tells, the parent of this process
     * is looked at: it changes also when the one that ended is kept as a zombie, or ended before it could be looked for.
     *
     * @param jupyterPid the value of {@code JPY_PARENT_PID}, or null; on Windows that is no process number, and where it
     *     names no living process (it may come from another machine), the parent process alone is watched
     * @param died called on another thread, at most half a second after the fact
     */
    static void start(String jupyterPid, LongConsumer died) {
        Optional<Long> told = Optional.ofNullable(jupyterPid)
                .filter(pid -> !System.getProperty("os.name").startsWith("Windows"))
                .filter(pid -> pid.matches("[1-9][0-9]{0,9}"))
                .map(Long::parseLong);
        long parent = parent();
        Optional<ProcessHandle> named = told.flatMap(ProcessHandle::of).filter(ProcessHandle::isAlive);
        // One that has ended may stay as a zombie and seem alive, so who took this process in is asked instead.
        boolean orphan = parent == INIT && told.isPresent() && told.get() != INIT;
        Thread.ofPlatform().daemon().name("segue-parent").start(() -> {
            try {
                while (!orphan
                        && parent() == parent
                        && named.map(ProcessHandle::isAlive).orElse(true)) {
                    Thread.sleep(INTERVAL);
                }
                died.accept(told.orElse(parent));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private static long parent() {
        return ProcessHandle.current().parent().map(ProcessHandle::pid).orElse(INIT);
    }
}
