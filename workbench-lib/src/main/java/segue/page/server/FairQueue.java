package segue.page.server;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Tasks of several clients: each client's in the order they came, the clients taking turns, so that who asks a lot only makes
 * itself wait. A place is held from {@link #offer} until {@link #release}. A client may hold as many places as are free
 * besides: alone at most half of all, two a third each, and whoever comes new finds one (dynamic thresholds: Choudhury and
 * Hahne, IEEE/ACM Transactions on Networking 6(2), 1998, with factor 1).
 */
public final class FairQueue<T> {
    private final int places;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition offered = lock.newCondition();
    /** Those with tasks that wait; whose turn is next comes first. */
    private final LinkedHashMap<String, Queue<T>> waiting = new LinkedHashMap<>();

    private final Map<String, Integer> held = new HashMap<>();
    private int taken;
    private int size;

    FairQueue(int places) {
        this.places = places;
    }

    /** False, if the client has its share of the places already. */
    boolean offer(String client, T task) {
        lock.lock();
        try {
            if (held.getOrDefault(client, 0) >= places - taken) {
                return false;
            }
            taken++;
            size++;
            held.merge(client, 1, Integer::sum);
            waiting.computeIfAbsent(client, first -> new ArrayDeque<>()).add(task);
            offered.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for a task. */
    T take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (waiting.isEmpty()) {
                offered.await();
            }
            Map.Entry<String, Queue<T>> turn = waiting.pollFirstEntry();
            T task = turn.getValue().remove();
            if (!turn.getValue().isEmpty()) {
                waiting.putLast(turn.getKey(), turn.getValue());
            }
            size--;
            return task;
        } finally {
            lock.unlock();
        }
    }

    /** Takes a task out of the line, which gives its place back; false where it has been taken. */
    boolean remove(String client, T task) {
        lock.lock();
        try {
            Queue<T> line = waiting.get(client);
            if (line == null || !line.remove(task)) {
                return false;
            }
            if (line.isEmpty()) {
                waiting.remove(client);
            }
            size--;
            release(client);
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Gives one of the client's places back. */
    void release(String client) {
        lock.lock();
        try {
            taken--;
            held.computeIfPresent(client, (same, places) -> places == 1 ? null : places - 1);
        } finally {
            lock.unlock();
        }
    }

    /** Tasks that wait. */
    int size() {
        lock.lock();
        try {
            return size;
        } finally {
            lock.unlock();
        }
    }
}
