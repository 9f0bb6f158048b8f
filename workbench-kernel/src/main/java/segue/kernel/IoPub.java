package segue.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import segue.kernel.wire.MessageCodec;
import segue.kernel.wire.PublisherSocket;

/**
 * What every front end sees, in the order in which it happened. Text is gathered for {@value #BATCH_MILLIS} ms or
 * {@value #BATCH_CHARS} characters, so that a hundred thousand lines are some dozen messages; anything else sends the
 * gathered text first.
 */
final class IoPub {
    static final int BATCH_CHARS = 64 << 10;
    static final int BATCH_MILLIS = 10;

    private final PublisherSocket socket;
    private final MessageCodec codec;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition begun = lock.newCondition();
    private final StringBuilder text = new StringBuilder();
    private String stream = "";
    private byte[] parent = {};
    private long begunNanos;

    IoPub(PublisherSocket socket, MessageCodec codec) {
        this.socket = socket;
        this.codec = codec;
    }

    void start() {
        Thread.ofPlatform().daemon().name("segue-iopub-flush").start(this::flushInTime);
    }

    /** @param request the raw header of the request that is worked on; null at the kernel's start */
    void status(byte[] request, String state) {
        publish(request, "status", Map.of(), Map.of("execution_state", state));
    }

    /** Sends without waiting for slow clients. */
    void publish(byte[] request, String type, Map<String, ?> metadata, Map<String, ?> content) {
        publish(request, type, metadata, content, List.of());
    }

    void publish(byte[] request, String type, Map<String, ?> metadata, Map<String, ?> content, List<byte[]> buffers) {
        lock.lock();
        try {
            flush();
            send(request, type, metadata, content, buffers);
        } finally {
            lock.unlock();
        }
    }

    /** Waits while a front end has too much unread: for the output of cells, which may have no end. */
    void awaitRoom() {
        socket.awaitRoom();
    }

    /** @param name {@code "stdout"} or {@code "stderr"} */
    void stream(byte[] request, String name, String more) {
        lock.lock();
        try {
            if (!text.isEmpty() && !(name.equals(stream) && Arrays.equals(parent, request))) {
                flush();
            }
            for (int start = 0; start < more.length(); ) {
                if (text.isEmpty()) {
                    stream = name;
                    parent = request;
                    begunNanos = System.nanoTime();
                    begun.signal();
                }
                int end = Math.min(more.length(), start + BATCH_CHARS - text.length());
                text.append(more, start, end);
                start = end;
                if (text.length() >= BATCH_CHARS) {
                    flushWholeCharacters();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** Keeps the first half of a surrogate pair back for its second. */
    private void flushWholeCharacters() {
        char last = text.charAt(text.length() - 1);
        if (Character.isHighSurrogate(last)) {
            text.setLength(text.length() - 1);
            flush();
            text.append(last);
        } else {
            flush();
        }
    }

    /** Sends the gathered text. */
    void flush() {
        lock.lock();
        try {
            if (!text.isEmpty()) {
                String gathered = text.toString();
                text.setLength(0);
                send(parent, "stream", Map.of(), Map.of("name", stream, "text", gathered), List.of());
            }
        } finally {
            lock.unlock();
        }
    }

    private void send(
            byte[] request, String type, Map<String, ?> metadata, Map<String, ?> content, List<byte[]> buffers) {
        socket.send(codec.encode(List.of(type.getBytes(UTF_8)), type, request, metadata, content, buffers));
    }

    private void flushInTime() {
        lock.lock();
        try {
            while (true) {
                if (text.isEmpty()) {
                    begun.await();
                    continue;
                }
                long left = TimeUnit.MILLISECONDS.toNanos(BATCH_MILLIS) - (System.nanoTime() - begunNanos);
                if (left > 0) {
                    begun.awaitNanos(left);
                } else {
                    flush();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }
}
