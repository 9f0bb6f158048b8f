package segue.kernel;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import segue.kernel.comm.CommMessage;
import segue.kernel.comm.Comms;
import segue.kernel.shell.CellResult;
import segue.kernel.shell.Shell;
import segue.kernel.wire.Message;

/**
 * Messages of comms from front ends. They wait for their turn among the cells, but for those that are to be handled at
 * once, which have a thread of their own.
 */
final class CommRequests {
    private static final int MOST_WAITING = 1_000;

    private final Comms comms;
    private final Conversation conversation;
    private final IoPub iopub;
    private final CellQueue cells;
    private final CompletableFuture<Shell> shell;
    private final BlockingQueue<Runnable> atOnce = new LinkedBlockingQueue<>(MOST_WAITING);

    CommRequests(Comms comms, Conversation conversation, IoPub iopub, CellQueue cells, CompletableFuture<Shell> shell) {
        this.comms = comms;
        this.conversation = conversation;
        this.iopub = iopub;
        this.cells = cells;
        this.shell = shell;
    }

    static boolean isOne(Message request) {
        return switch (request.type()) {
            case "comm_open", "comm_msg", "comm_close" -> true;
            default -> false;
        };
    }

    void start() {
        Thread.ofPlatform().daemon().name("segue-comms").start(() -> {
            try {
                while (true) {
                    atOnce.take().run();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    void received(Message request) throws InterruptedException {
        if (comms.isAtOnce(request.text("comm_id", ""), request.text("target_name", ""))) {
            Optional<Comms.Task> task = task(request);
            atOnce.put(() -> conversation.during(
                    request,
                    () -> task.ifPresent(
                            known -> tell(known, shell.join().callBeside(known.action()::run, known.home())))));
        } else {
            cells.add(request);
        }
    }

    /** Handles a message whose turn has come; on the thread of the cells. */
    void handle(Shell running, Message request) {
        conversation.during(
                request,
                () -> task(request).ifPresent(known -> tell(known, running.call(known.action()::run, known.home()))));
    }

    private Optional<Comms.Task> task(Message request) {
        String id = request.text("comm_id", "");
        Map<String, Object> data = new LinkedHashMap<>();
        if (request.content().get("data") instanceof Map<?, ?> sent) {
            sent.forEach((key, value) -> data.put(String.valueOf(key), value));
        }
        CommMessage message = new CommMessage(data, request.metadata(), request.buffers());
        return switch (request.type()) {
            case "comm_open" -> {
                Optional<Comms.Task> opening = comms.opening(id, request.text("target_name", ""), message);
                if (opening.isEmpty()) {
                    refuse(request);
                }
                yield opening;
            }
            case "comm_msg" -> comms.message(id, message);
            default -> comms.closing(id, message);
        };
    }

    /** Jupyter asks to close a comm at once whose target nobody has registered. */
    private void refuse(Message request) {
        iopub.publish(
                request.rawHeader(),
                "comm_close",
                Map.of(),
                Map.of("comm_id", request.text("comm_id", ""), "data", Map.of()));
    }

    /** A handler has no reply in which its error could stand. */
    private static void tell(Comms.Task task, CellResult result) {
        if (result instanceof CellResult.Failed failed) {
            task.home().stderr("A comm's handler failed.\n" + String.join("\n", failed.traceback()) + "\n");
        }
    }

    /** Content of a {@code comm_info_reply}. */
    Map<String, Object> info(Message request) {
        String wanted = request.text("target_name", "");
        Map<String, Object> found = new LinkedHashMap<>();
        comms.list().forEach((id, target) -> {
            if (wanted.isEmpty() || wanted.equals(target)) {
                found.put(id, Map.of("target_name", target));
            }
        });
        Map<String, Object> content = Conversation.ok();
        content.put("comms", found);
        return content;
    }
}
