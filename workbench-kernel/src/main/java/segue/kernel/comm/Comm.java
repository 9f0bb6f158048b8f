package segue.kernel.comm;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import segue.kernel.shell.CellOutput;

/**
 * One open channel between the code of cells and code of the front end. Messages arrive in the order in which they were
 * sent. May be used from any thread.
 */
public final class Comm {
    private static final int MOST_UNHEARD = 1_000;

    private final Comms comms;
    private final String id;
    private final String target;
    private final Map<String, Object> openingData;
    private final CellOutput home;
    private final ArrayDeque<CommMessage> unheard = new ArrayDeque<>();
    private volatile Comms.When when;
    private volatile CommHandler<CommMessage> onMessage;
    private volatile CommHandler<CommMessage> onClose = _ -> {};
    private volatile boolean closed;

    /** @param home the cell under which its handlers print */
    Comm(Comms comms, String id, String target, Map<String, Object> openingData, CellOutput home, Comms.When when) {
        this.comms = comms;
        this.id = id;
        this.target = target;
        this.openingData = openingData;
        this.home = home;
        this.when = when;
    }

    /**
     * Opens a comm to code of the front end that has registered for the target; the front end closes it at once if none
     * has.
     *
     * @param data what that code is told first; values as {@link #send(Map)} takes them
     */
    public static Comm open(String target, Map<String, ?> data) {
        return open(target, data, Map.of());
    }

    /** @param buffers bytes that travel beside the data as they are */
    public static Comm open(String target, Map<String, ?> data, Map<String, ?> metadata, byte[]... buffers) {
        if (target == null || target.isBlank()) {
            throw new IllegalArgumentException("a comm needs the name of a target");
        }
        String id = UUID.randomUUID().toString();
        CellOutput home = CellOutput.current();
        Comm comm = new Comm(Comms.installed(), id, target, Map.of(), home, Comms.When.BETWEEN_CELLS);
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("comm_id", id);
        content.put("target_name", target);
        content.put("data", PlainData.of(data));
        Map<String, Object> plainMetadata = PlainData.of(metadata);
        comm.comms.add(comm);
        home.comm("comm_open", content, plainMetadata, List.of(buffers));
        return comm;
    }

    public String id() {
        return id;
    }

    public String target() {
        return target;
    }

    /** What the front end said when it opened the comm; empty for one opened from here. */
    public Map<String, Object> openingData() {
        return openingData;
    }

    public boolean isClosed() {
        return closed;
    }

    /** Chooses when its messages are handled; at first {@link Comms.When#BETWEEN_CELLS}. */
    public Comm when(Comms.When choice) {
        when = choice;
        return this;
    }

    Comms.When when() {
        return when;
    }

    CellOutput home() {
        return home;
    }

    /** Handles messages from now on; those that came before (at most {@value #MOST_UNHEARD}) come with the next. */
    public Comm onMessage(CommHandler<CommMessage> handler) {
        onMessage = handler;
        return this;
    }

    /** Is called once if the front end closes the comm. */
    public Comm onClose(CommHandler<CommMessage> handler) {
        onClose = handler;
        return this;
    }

    /**
     * Sends a message.
     *
     * @param data maps, lists, arrays, records, texts, finite numbers, booleans, nulls
     * @throws IllegalStateException if the comm is closed
     * @throws IllegalArgumentException if a value has no JSON form; nothing is sent then
     */
    public void send(Map<String, ?> data) {
        send(data, Map.of());
    }

    /** @param buffers bytes that travel beside the data as they are */
    public void send(Map<String, ?> data, Map<String, ?> metadata, byte[]... buffers) {
        if (closed) {
            throw new IllegalStateException("the comm to " + target + " is closed");
        }
        say("comm_msg", data, metadata, List.of(buffers));
    }

    /** Closes the comm; the second time does nothing. */
    public void close() {
        close(Map.of());
    }

    public void close(Map<String, ?> data) {
        if (!closed) {
            say("comm_close", data, Map.of(), List.of());
            forget();
        }
    }

    private void say(String type, Map<String, ?> data, Map<String, ?> metadata, List<byte[]> buffers) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("comm_id", id);
        content.put("data", PlainData.of(data));
        home.comm(type, content, PlainData.of(metadata), buffers);
    }

    private void forget() {
        closed = true;
        comms.remove(this);
    }

    void received(CommMessage message) throws Exception {
        List<CommMessage> heard;
        Optional<CommHandler<CommMessage>> handler = Optional.ofNullable(onMessage);
        synchronized (unheard) {
            if (unheard.size() == MOST_UNHEARD) {
                unheard.removeFirst();
            }
            unheard.add(message);
            heard = handler.isPresent() ? List.copyOf(unheard) : List.of();
            if (handler.isPresent()) {
                unheard.clear();
            }
        }
        for (CommMessage each : heard) {
            handler.orElseThrow().handle(each);
        }
    }

    void closedByFrontEnd(CommMessage message) throws Exception {
        forget();
        onClose.handle(message);
    }
}
