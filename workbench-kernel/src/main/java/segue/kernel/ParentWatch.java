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

    private static final long INIT = 1;

    private ParentWatch() {}

    /**
     * @param jupyterPid the value of {@code JPY_PARENT_PID}, or null; on Windows that is no process number, and where it
     *     names no living process (it may come from another machine), the process that started this one is watched;
     *     where that is process 1, which takes orphans in, the kernel's own has ended before it could be watched
     * @param died is told the number of the process, on another thread, at most half a second after the fact
     */
    static void start(String jupyterPid, LongConsumer died) {
        Optional<ProcessHandle> starter = ProcessHandle.current().parent();
        Optional<Long> pid = Optional.ofNullable(jupyterPid)
                .filter(text -> !System.getProperty("os.name").startsWith("Windows"))
                .filter(text -> text.matches("[1-9][0-9]{0,9}"))
                .map(Long::parseLong);
        Optional<ProcessHandle> named = pid.flatMap(ProcessHandle::of).filter(ProcessHandle::isAlive);
        if (pid.isPresent()
                && named.isEmpty()
                && starter.filter(process -> process.pid() != INIT).isEmpty()) {
            died.accept(pid.get());
            return;
        }
        named.or(() -> starter)
                .ifPresent(process ->
                        Thread.ofPlatform().daemon().name("segue-parent-watch").start(() -> watch(process, died)));
    }

    private static void watch(ProcessHandle process, LongConsumer died) {
        boolean ownParent = isParent(process);
        try {
            // A process that has ended but whom nobody has asked for its exit code still seems alive; its children are
            // given to another parent at once.
            while (process.isAlive() && (!ownParent || isParent(process))) {
                Thread.sleep(INTERVAL);
            }
            died.accept(process.pid());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isParent(ProcessHandle process) {
        return ProcessHandle.current().parent().filter(process::equals).isPresent();
    }
}
