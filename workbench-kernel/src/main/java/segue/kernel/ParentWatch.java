package segue.kernel;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** Ends the kernel with the process that it serves, so that none is left behind when a notebook server dies. */
final class ParentWatch {
    /** The JDK's own notice of the end of a process that is no child comes up to five seconds late. */
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    /** Takes in the processes whose parent has ended. */
    private static final long INIT = 1;

    private ParentWatch() {}

    /**
     * Watches the process that started this kernel. It may have ended already: then Jupyter's number names no process,
     * and the system has given this one to process 1.
     *
     * @param jupyterPid the value of {@code JPY_PARENT_PID}, or null; on Windows that is no process number, and where it
     *     names no living process (it may come from another machine), the parent process is watched
     * @param died called on another thread, about a second after the fact
     */
    static void start(String jupyterPid, Consumer<Long> died) {
        Optional<Long> told = Optional.ofNullable(jupyterPid)
                .filter(pid -> !System.getProperty("os.name").startsWith("Windows"))
                .filter(pid -> pid.matches("[1-9][0-9]{0,9}"))
                .map(Long::parseLong);
        Optional<ProcessHandle> named = told.flatMap(ProcessHandle::of).filter(ProcessHandle::isAlive);
        Optional<ProcessHandle> watched = named.or(() -> ProcessHandle.current().parent());
        Thread.ofPlatform().daemon().name("segue-parent").start(() -> {
            if (told.isPresent()
                    && named.isEmpty()
                    && watched.map(ProcessHandle::pid).orElse(INIT) == INIT) {
                died.accept(told.get());
            } else {
                watched.ifPresent(process -> await(process, died));
            }
        });
    }

    private static void await(ProcessHandle process, Consumer<Long> died) {
        try {
            while (process.isAlive()) {
                Thread.sleep(INTERVAL);
            }
            died.accept(process.pid());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
