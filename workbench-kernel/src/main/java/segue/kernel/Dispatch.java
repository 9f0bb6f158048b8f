package segue.kernel;

import java.io.IOException;
import java.net.ProtocolException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import segue.kernel.shell.Shell;
import segue.kernel.wire.Message;
import segue.kernel.wire.MessageCodec;

/**
 * Decides who answers a request. Cells go to their queue; questions about code to a thread of their own, for they may
 * take long the first time; everything else is answered on the thread that read it, also while a cell runs.
 */
final class Dispatch {
    private static final int MAX_QUESTIONS = 256;

    private final MessageCodec codec;
    private final Consumer<String> log;
    private final IoPub iopub;
    private final Input input;
    private final History history;
    private final CellQueue cells;
    private final CompletableFuture<Shell> shell;
    private final CommRequests comms;
    private final Runnable exit;
    private final BlockingQueue<Runnable> questions = new LinkedBlockingQueue<>(MAX_QUESTIONS);

    /** @param exit called when a client asked the kernel to end, and was answered */
    Dispatch(
            MessageCodec codec,
            Consumer<String> log,
            IoPub iopub,
            Input input,
            History history,
            CellQueue cells,
            CompletableFuture<Shell> shell,
            CommRequests comms,
            Runnable exit) {
        this.codec = codec;
        this.log = log;
        this.iopub = iopub;
        this.input = input;
        this.history = history;
        this.cells = cells;
        this.shell = shell;
        this.comms = comms;
        this.exit = exit;
    }

    void start() {
        Thread.ofPlatform().daemon().name("segue-questions").start(() -> {
            try {
                while (true) {
                    questions.take().run();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    void onShell(List<byte[]> frames, Conversation conversation) {
        read("shell", frames, request -> {
            iopub.awaitRoom();
            switch (request.type()) {
                case "execute_request" -> cells.add(request);
                case "complete_request" -> ask(request, conversation, Questions::complete);
                case "inspect_request" -> ask(request, conversation, Questions::inspect);
                case "is_complete_request" -> ask(request, conversation, Questions::isComplete);
                case "history_request" -> conversation.answer(request, () -> history.answer(request));
                default -> common(request, conversation);
            }
        });
    }

    void onControl(List<byte[]> frames, Conversation conversation) {
        read("control", frames, request -> common(request, conversation));
    }

    void onStdin(List<byte[]> frames) {
        read("stdin", frames, input::received);
    }

    private interface Handler {
        void handle(Message request) throws InterruptedException;
    }

    private void read(String channel, List<byte[]> frames, Handler handler) {
        try {
            Message message = codec.decode(frames);
            if (message.identities().isEmpty()) {
                throw new ProtocolException("its sender calls itself <IDS|MSG>");
            }
            handler.handle(message);
        } catch (IOException e) {
            log.accept("dropped a message on the " + channel + " channel: " + e.getMessage());
        } catch (RuntimeException e) {
            log.accept("could not answer a message on the " + channel + " channel: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void ask(
            Message request, Conversation conversation, BiFunction<Shell, Message, Map<String, Object>> question)
            throws InterruptedException {
        questions.put(() -> conversation.answer(request, () -> question.apply(shell.join(), request)));
    }

    /** What may be asked on both channels. */
    private void common(Message request, Conversation conversation) throws InterruptedException {
        switch (request.type()) {
            case "kernel_info_request" -> conversation.answer(request, KernelInfo::content);
            case "comm_info_request" -> conversation.answer(request, () -> comms.info(request));
            case "comm_open", "comm_msg", "comm_close" -> comms.received(request);
            case "interrupt_request" ->
                conversation.answer(request, () -> {
                    interrupt();
                    return Conversation.ok();
                });
            case "shutdown_request" -> shutDown(request, conversation);
            default -> refuse(request, conversation);
        }
    }

    /** Stops the cell that runs, if one does. */
    void interrupt() {
        Shell running = shell.getNow(null);
        if (running != null) {
            running.interrupt();
        }
        input.cancel();
    }

    private void shutDown(Message request, Conversation conversation) {
        conversation.during(request, () -> {
            Map<String, Object> content = Conversation.ok();
            content.put("restart", request.flag("restart", false));
            iopub.publish(request.rawHeader(), "shutdown_reply", Map.of(), content);
            conversation.reply(request, Map.of(), content);
        });
        exit.run();
    }

    /** For the log: one line of limited length, whatever the sender calls it. */
    private static String shortened(String type) {
        String clean = type.replaceAll("[^\\w.-]", "?");
        return clean.substring(0, Math.min(40, clean.length()));
    }

    private void refuse(Message request, Conversation conversation) {
        if (request.type().endsWith("_request")) {
            conversation.answer(
                    request,
                    () -> Conversation.error("NotSupported", "this kernel has no " + request.type(), List.of()));
        } else {
            log.accept("ignored a message of the unknown type " + shortened(request.type()));
        }
    }
}
