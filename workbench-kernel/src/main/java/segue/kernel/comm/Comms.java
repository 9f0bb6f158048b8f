package segue.kernel.comm;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import segue.kernel.shell.CellOutput;

/** The targets that front ends may open, and the comms that are open. */
public final class Comms {
    private static final Comms INSTALLED = new Comms();

    private final Map<String, Target> targets = new ConcurrentHashMap<>();
    private final Map<String, Comm> open = new ConcurrentHashMap<>();

    private Comms() {}

    /** When messages are handled. */
    public enum When {
        /** On the thread of the cells, in the order in which cells and messages were sent. */
        BETWEEN_CELLS,
        /** On a thread of its own, also while a cell runs; the handler takes care of what it shares with cells. */
        AT_ONCE
    }

    private record Target(CommHandler<Comm> opened, When when, CellOutput home) {}

    /** One thing to do with a comm, and the cell under which it is shown. */
    public record Task(CellOutput home, When when, Action action) {
        /** What is to be done. */
        @FunctionalInterface
        public interface Action {
            void run() throws Exception;
        }
    }

    /** Those of this kernel. */
    public static Comms installed() {
        return INSTALLED;
    }

    /**
     * Lets front ends open comms under a name.
     *
     * @param target replaces what was registered under the same name
     * @param opened is given each comm that is opened; sets its handlers
     */
    public static void register(String target, CommHandler<Comm> opened) {
        register(target, When.BETWEEN_CELLS, opened);
    }

    public static void register(String target, When when, CommHandler<Comm> opened) {
        if (target == null || target.isBlank()) {
            throw new IllegalArgumentException("a target needs a name");
        }
        INSTALLED.register(target, when, opened, CellOutput.current());
    }

    /** Comms that are open already stay so. */
    public static void unregister(String target) {
        INSTALLED.targets.remove(target);
    }

    /** As {@link #register(String, When, CommHandler)}, for what belongs to no cell. */
    public void register(String target, When when, CommHandler<Comm> opened, CellOutput home) {
        targets.put(target, new Target(opened, when, home));
    }

    /** The ids of open comms, with the name of their target. */
    public Map<String, String> list() {
        Map<String, String> list = new LinkedHashMap<>();
        open.forEach((id, comm) -> list.put(id, comm.target()));
        return list;
    }

    /** Whether a message is to be handled while cells run: by its comm, or for a new one by its target. */
    public boolean isAtOnce(String id, String target) {
        Comm known = open.get(id);
        Target named = targets.get(target);
        return known != null ? known.when() == When.AT_ONCE : named != null && named.when == When.AT_ONCE;
    }

    /** A front end opens a comm; empty if nothing is registered for the target. */
    public Optional<Task> opening(String id, String target, CommMessage message) {
        return Optional.ofNullable(targets.get(target)).map(to -> {
            Comm comm = new Comm(this, id, target, message.data(), to.home, to.when);
            add(comm);
            return new Task(to.home, to.when, () -> {
                try {
                    to.opened.handle(comm);
                } catch (Exception | Error e) {
                    comm.close();
                    throw e;
                }
            });
        });
    }

    /** A front end sends a message; empty if no such comm is open. */
    public Optional<Task> message(String id, CommMessage message) {
        return Optional.ofNullable(open.get(id))
                .map(comm -> new Task(comm.home(), comm.when(), () -> comm.received(message)));
    }

    /** A front end closes a comm; empty if no such comm is open. */
    public Optional<Task> closing(String id, CommMessage message) {
        return Optional.ofNullable(open.get(id))
                .map(comm -> new Task(comm.home(), comm.when(), () -> comm.closedByFrontEnd(message)));
    }

    void add(Comm comm) {
        open.put(comm.id(), comm);
    }

    void remove(Comm comm) {
        open.remove(comm.id(), comm);
    }

    /** Forgets every comm and target: the kernel ends. */
    public void clear() {
        open.clear();
        targets.clear();
    }
}
