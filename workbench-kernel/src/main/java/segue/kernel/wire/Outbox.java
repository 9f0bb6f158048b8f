package segue.kernel.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What waits to be written to one peer. Adding never blocks. Those who produce much call {@link #awaitRoom} first, which
 * holds them to the speed of the peer; a peer that takes nothing for the whole of its patience, or lets
 * {@value #HARD_BYTES} bytes pile up, is given up.
 */
final class Outbox {
    static final int SOFT_BYTES = 16 << 20;
    static final int HARD_BYTES = 64 << 20;
    private static final int BUFFER_BYTES = 64 << 10;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ArrayDeque<byte[]> queue = new ArrayDeque<>();
    private volatile long queuedBytes;
    private volatile boolean closed;
    private long progressNanos = System.nanoTime();

    /** @return whether the message was taken; false for a peer that has gone or is now given up */
    boolean add(byte[] message) {
        lock.lock();
        try {
            if (closed || queuedBytes > HARD_BYTES) {
                close();
                return false;
            }
            if (queuedBytes == 0) {
                progressNanos = System.nanoTime();
            }
            queue.add(message);
            queuedBytes += message.length;
            changed.signalAll();
            return true;
        } finally {
            lock.unlock();
        }
    }

    boolean hasRoom() {
        return queuedBytes <= SOFT_BYTES || closed;
    }

    /**
     * Waits until the peer has taken enough. Does not end on an interrupt, but keeps it.
     *
     * @return false if the peer took nothing for as long as {@code patience}, and so is given up
     */
    boolean awaitRoom(Duration patience) {
        if (hasRoom()) {
            return true;
        }
        return await(SOFT_BYTES, patience);
    }

    /** Waits until everything is written. */
    boolean drain(Duration patience) {
        return await(0, patience);
    }

    private boolean await(long bytes, Duration patience) {
        boolean interrupted = false;
        lock.lock();
        try {
            while (queuedBytes > bytes && !closed) {
                long left = patience.toNanos() - (System.nanoTime() - progressNanos);
                if (left <= 0) {
                    close();
                    return false;
                }
                try {
                    changed.awaitNanos(left);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            return true;
        } finally {
            lock.unlock();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Writes until the outbox is closed; small messages share one system call. */
    void writeTo(WritableByteChannel channel) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
        byte[] message = null;
        int offset = 0;
        while (true) {
            while (buffer.hasRemaining()) {
                if (message == null) {
                    message = next(buffer.position() == 0);
                    offset = 0;
                    if (message == null) {
                        break;
                    }
                }
                int step = Math.min(buffer.remaining(), message.length - offset);
                buffer.put(message, offset, step);
                offset += step;
                if (offset == message.length) {
                    message = null;
                }
            }
            if (buffer.position() == 0) {
                return;
            }
            buffer.flip();
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            written(buffer.limit());
            buffer.clear();
        }
    }

    private byte[] next(boolean wait) {
        lock.lock();
        try {
            while (wait && queue.isEmpty() && !closed) {
                changed.awaitUninterruptibly();
            }
            return closed ? null : queue.poll();
        } finally {
            lock.unlock();
        }
    }

    private void written(int bytes) {
        lock.lock();
        try {
            queuedBytes -= bytes;
            progressNanos = System.nanoTime();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean isClosed() {
        return closed;
    }

    /** Forgets what was not written yet. */
    void close() {
        lock.lock();
        try {
            closed = true;
            queue.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
