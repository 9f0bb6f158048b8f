package segue.page.server;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Bounds the open connections, and ends those of slow senders, which an idle timeout does not: with a byte now and then a
 * connection is never idle. A client may have as many connections as are free besides, as in {@link FairQueue}; beyond that a
 * new one is closed at once.
 */
public final class Connections extends AbstractLifeCycle implements Connection.Listener, Runnable {
    private static final long LOOK_EVERY_MILLIS = 250;

    private final ServerConnector connector;
    private final Timeouts timeouts;
    private final int most;
    private final boolean shared;
    private final Map<Connection, Watched> open = new ConcurrentHashMap<>();
    private final Map<String, Integer> held = new ConcurrentHashMap<>();
    private volatile Scheduler.Task next;

    /** How a connection was when it last began or ended a request, or was idle. */
    private record Watched(String client, long requests, long answers, long bytes, long sinceNanos) {
        static Watched of(String client, Connection connection) {
            return new Watched(
                    client,
                    connection.getMessagesIn(),
                    connection.getMessagesOut(),
                    connection.getBytesIn(),
                    System.nanoTime());
        }

        boolean isAnswered() {
            return requests == answers;
        }
    }

    /** @param behindProxy whether they are all the proxy's, so that none counts as one client's */
    public Connections(ServerConnector connector, Timeouts timeouts, int most, boolean behindProxy) {
        this.connector = connector;
        this.timeouts = timeouts;
        this.most = most;
        this.shared = behindProxy;
    }

    public int count() {
        return open.size();
    }

    @Override
    protected void doStart() {
        schedule();
    }

    @Override
    protected void doStop() {
        next.cancel();
    }

    private void schedule() {
        next = connector.getScheduler().schedule(this, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void onOpened(Connection connection) {
        String client = client(connection);
        int free = most - open.size();
        open.put(connection, Watched.of(client, connection));
        int others = held.merge(client, 1, Integer::sum) - 1;
        if (free <= 0 || !shared && others >= free) {
            connection.getEndPoint().close();
        }
    }

    @Override
    public void onClosed(Connection connection) {
        Watched watched = open.remove(connection);
        if (watched != null) {
            held.computeIfPresent(watched.client(), (same, places) -> places == 1 ? null : places - 1);
        }
    }

    private static String client(Connection connection) {
        return connection.getEndPoint().getRemoteSocketAddress() instanceof InetSocketAddress address
                        && address.getAddress() instanceof InetAddress known
                ? Clients.network(known)
                : "unknown";
    }

    /** Looks at every connection, and ends those whose time is up. */
    @Override
    public void run() {
        open.forEach((connection, before) -> {
            Watched now = Watched.of(before.client(), connection);
            boolean idle = now.isAnswered() && now.bytes() == before.bytes();
            if (idle || now.requests() != before.requests() || now.answers() != before.answers()) {
                open.replace(connection, before, now);
            } else if (now.sinceNanos() - before.sinceNanos()
                    > (now.isAnswered() ? timeouts.headers() : timeouts.exchange()).toNanos()) {
                connection.getEndPoint().close();
            }
        });
        if (isRunning()) {
            schedule();
        }
    }
}
