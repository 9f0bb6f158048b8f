package segue.kernel;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import segue.kernel.wire.Message;

/**
 * The cells that wait for their turn. When one fails, those that were sent before anybody could know of it are aborted:
 * all that wait by then, and those dated before that arrive within {@value #UNDERWAY_MILLIS} ms after, or as soon after
 * another one of them, since a long queue takes its time on the way.
 */
final class CellQueue {
    static final int MAX_BYTES = 128 << 20;
    static final int MAX_CELLS = 10_000;
    static final int UNDERWAY_MILLIS = 100;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ArrayDeque<Waiting> queue = new ArrayDeque<>();
    private long bytes;
    private long arrived;
    private long abortUpTo;
    private Instant failedAt = Instant.MIN;
    private long lastUnderwayNanos;

    private record Waiting(Message request, long number, long arrivedNanos) {}

    /** @param aborted whether the cell is to be answered without being run */
    record Turn(Message request, boolean aborted) {}

    /** Waits while the queue is full, which holds up the front end that fills it. */
    void add(Message request) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!queue.isEmpty() && (bytes + request.weight() > MAX_BYTES || queue.size() >= MAX_CELLS)) {
                changed.await();
            }
            queue.add(new Waiting(request, ++arrived, System.nanoTime()));
            bytes += request.weight();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the next cell. Is not interrupted, since an interrupt is always meant for a cell. */
    Turn take() {
        lock.lock();
        try {
            while (queue.isEmpty()) {
                changed.awaitUninterruptibly();
            }
            Waiting next = queue.poll();
            bytes -= next.request.weight();
            changed.signalAll();
            return new Turn(next.request, next.number <= abortUpTo || wasUnderway(next));
        } finally {
            lock.unlock();
        }
    }

    /** The cell that runs has failed: called before its reply is sent. */
    void abortWaiting() {
        lock.lock();
        try {
            abortUpTo = arrived;
            failedAt = Instant.now();
            lastUnderwayNanos = System.nanoTime();
        } finally {
            lock.unlock();
        }
    }

    private boolean wasUnderway(Waiting cell) {
        if (failedAt.equals(Instant.MIN)
                || cell.arrivedNanos - lastUnderwayNanos > TimeUnit.MILLISECONDS.toNanos(UNDERWAY_MILLIS)) {
            return false;
        }
        try {
            boolean underway = cell.request.header().get("date") instanceof String date
                    && OffsetDateTime.parse(date).toInstant().isBefore(failedAt);
            lastUnderwayNanos = underway ? Math.max(lastUnderwayNanos, cell.arrivedNanos) : lastUnderwayNanos;
            return underway;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
