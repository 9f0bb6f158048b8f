package segue.kernel;

import java.util.Optional;
import java.util.function.Consumer;

/** Ends the kernel with the process that it serves, so that none is left behind when a notebook server dies. */
final class ParentWatch {
    private ParentWatch() {}

    /**
     * @param jupyterPid the value of {@code JPY_PARENT_PID}, or null; on Windows that is no process number, and where it names no living process (it may come from
     *     another machine), the parent process is watched
     * @param died called on another thread, up to five seconds after the fact: the JDK looks no more often
     */
    static void start(String jupyterPid, Consumer<Long> died) {
        Optional<ProcessHandle> named = Optional.ofNullable(jupyterPid)
                .filter(pid -> !System.getProperty("os.name").startsWith("Windows"))
                .filter(pid -> pid.matches("[1-9][0-9]{0,9}"))
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)));
        named.or(() -> ProcessHandle.current().parent())
                .filter(ProcessHandle::isAlive)
                .ifPresent(process -> process.onExit().thenAccept(dead -> died.accept(dead.pid())));
    }
}
