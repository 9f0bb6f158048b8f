package segue.kernel;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import segue.kernel.wire.Message;
import segue.kernel.wire.MessageCodec;
import segue.kernel.wire.RouterSocket;

/** Asks the front end that runs a cell for a line. One question at a time; others wait for their turn. */
final class Input {
    private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(2);

    /** What front ends send for Ctrl-D. */
    private static final String END_OF_INPUT = "\u0004";

    private final RouterSocket socket;
    private final MessageCodec codec;
    private final IoPub iopub;
    private final ReentrantLock turn = new ReentrantLock();
    private volatile Question open;

    Input(RouterSocket socket, MessageCodec codec, IoPub iopub) {
        this.socket = socket;
        this.codec = codec;
        this.iopub = iopub;
    }

    /** @param id of the question's own message; the answer may name it as its parent */
    private record Question(byte[] identity, String id, String cellId, CompletableFuture<Optional<String>> answer) {
        boolean isAnsweredBy(Message message) {
            return message.type().equals("input_reply")
                    && Arrays.equals(identity, message.identities().getFirst())
                    && (!(message.parentHeader().get("msg_id") instanceof String parent)
                            || parent.equals(id)
                            || parent.equals(cellId));
        }
    }

    /**
     * @return null at the end of input
     * @throws IOException if the front end does not listen, or an interrupt came first
     */
    String ask(Message request, String prompt, boolean password) throws IOException {
        List<byte[]> frames = codec.encode(
                request.identities(),
                "input_request",
                request.rawHeader(),
                Map.of(),
                Map.of("prompt", prompt, "password", password));
        Question question = new Question(
                request.identities().getFirst(), codec.idOf(frames), request.id(), new CompletableFuture<>());
        try {
            turn.lockInterruptibly();
            try {
                if (!socket.awaitPeer(question.identity, CONNECT_PATIENCE)) {
                    throw new IOException("the front end that runs this cell does not listen for questions");
                }
                open = question;
                iopub.flush();
                socket.send(frames);
                return question.answer.get().orElse(null);
            } finally {
                open = null;
                turn.unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted();
        } catch (CancellationException e) {
            throw interrupted();
        } catch (ExecutionException e) {
            throw new IllegalStateException("an answer never fails", e);
        }
    }

    private static InterruptedIOException interrupted() {
        return new InterruptedIOException("interrupted while waiting for input");
    }

    /**
     * Takes an {@code input_reply}; one that nobody waits for, that answers another question, or that comes from another
     * front end, is dropped.
     */
    void received(Message message) {
        Question question = open;
        if (question != null && question.isAnsweredBy(message)) {
            String value = message.text("value", "");
            question.answer.complete(value.equals(END_OF_INPUT) ? Optional.empty() : Optional.of(value));
        }
    }

    /** Ends the wait for an answer. */
    void cancel() {
        Question question = open;
        if (question != null) {
            question.answer.cancel(true);
        }
    }
}
