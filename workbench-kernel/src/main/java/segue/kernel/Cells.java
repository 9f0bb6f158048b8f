package segue.kernel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import segue.kernel.display.MimeBundle;
import segue.kernel.shell.CellOutput;
import segue.kernel.shell.CellResult;
import segue.kernel.shell.Shell;
import segue.kernel.wire.Message;
import segue.kernel.wire.MessageCodec;

/** Runs one {@code execute_request} at a time through the shell and tells its story on iopub. */
final class Cells {
    private final Conversation conversation;
    private final IoPub iopub;
    private final Input input;
    private final History history;
    private int executionCount;

    Cells(Conversation conversation, IoPub iopub, Input input, History history) {
        this.conversation = conversation;
        this.iopub = iopub;
        this.input = input;
        this.history = history;
    }

    /**
     * Runs the cell and replies.
     *
     * @param beforeReply called when the outcome is known and the front end does not know it yet; takes whether the cell
     *     failed
     */
    void run(Shell shell, Message request, Consumer<Boolean> beforeReply) {
        conversation.during(request, () -> {
            boolean silent = request.flag("silent", false);
            boolean stored = !silent && request.flag("store_history", true);
            String code = request.text("code", "");
            int count = executionCount + 1;
            if (stored) {
                executionCount = count;
                history.add(count, code);
            }
            if (!silent) {
                iopub.publish(
                        request.rawHeader(), "execute_input", Map.of(), Map.of("code", code, "execution_count", count));
            }
            String started = MessageCodec.now();
            CellOutput output =
                    silent ? new SilentOutput(request.rawHeader(), iopub) : new CellChannel(request, iopub, input);
            CellResult result = execute(shell, code, count, output);
            Map<String, Object> reply;
            try {
                reply = tell(shell, request, count, result);
            } catch (Throwable e) {
                // A value that cannot be sent fails its cell, not the kernel.
                reply = tell(shell, request, count, failure(e));
            }
            reply.put("execution_count", silent ? executionCount : count);
            iopub.flush();
            beforeReply.accept(reply.get("status").equals("error"));
            if (stored && request.flag("allow_stdin", true)) {
                // A front end that allows no input runs notebooks without a person, who would not want to recall them.
                history.keep(count, code);
            }
            conversation.reply(request, Map.of("started", started, "status", reply.get("status")), reply);
            history.write();
        });
    }

    /** A cell may throw anything at the shell, and the kernel has to outlive it. */
    private static CellResult execute(Shell shell, String code, int count, CellOutput output) {
        try {
            return shell.execute(code, count, output);
        } catch (Throwable e) {
            return failure(e);
        }
    }

    private static CellResult.Failed failure(Throwable e) {
        String name = e.getClass().getSimpleName();
        return new CellResult.Failed(
                name, String.valueOf(e.getMessage()), List.of("the kernel could not run this cell: " + e));
    }

    /** Publishes how the cell ended, and gives the content of its reply. */
    private Map<String, Object> tell(Shell shell, Message request, int count, CellResult result) {
        boolean silent = request.flag("silent", false);
        return switch (result) {
            case CellResult.Ok(Optional<MimeBundle> value) -> {
                value.filter(v -> !silent).ifPresent(v -> publishValue(request, count, v));
                value.map(v -> v.data().get("text/plain")).ifPresent(text -> history.setOutput(count, text));
                yield succeeded(shell, request, count);
            }
            case CellResult.Failed failed -> {
                Map<String, Object> error = error(failed);
                if (!silent) {
                    Map<String, Object> shown = new LinkedHashMap<>(error);
                    shown.remove("status");
                    iopub.publish(request.rawHeader(), "error", Map.of(), shown);
                }
                yield error;
            }
        };
    }

    private void publishValue(Message request, int count, MimeBundle value) {
        Map<String, Object> content = CellChannel.content(value);
        content.put("execution_count", count);
        iopub.awaitRoom();
        iopub.publish(request.rawHeader(), "execute_result", Map.of(), content);
    }

    private Map<String, Object> succeeded(Shell shell, Message request, int count) {
        Map<String, Object> values = new LinkedHashMap<>();
        if (request.content().get("user_expressions") instanceof Map<?, ?> expressions) {
            expressions.forEach((name, expression) ->
                    values.put(String.valueOf(name), evaluate(shell, request, String.valueOf(expression), count)));
        }
        Map<String, Object> reply = Conversation.ok();
        reply.put("payload", new ArrayList<>());
        reply.put("user_expressions", values);
        return reply;
    }

    private Map<String, Object> evaluate(Shell shell, Message request, String expression, int count) {
        return switch (execute(shell, expression, count, new SilentOutput(request.rawHeader(), iopub))) {
            case CellResult.Ok(Optional<MimeBundle> value) -> {
                Map<String, Object> content = Conversation.ok();
                content.putAll(CellChannel.content(value.orElse(new MimeBundle(Map.of(), Map.of()))));
                yield content;
            }
            case CellResult.Failed failed -> error(failed);
        };
    }

    private static Map<String, Object> error(CellResult.Failed failed) {
        return Conversation.error(failed.name(), failed.message(), failed.traceback());
    }

    /** Answers a cell that was waiting when one before it failed. */
    void abort(Message request) {
        conversation.during(request, () -> {
            Map<String, Object> aborted = new LinkedHashMap<>();
            aborted.put("status", "aborted");
            aborted.put("execution_count", executionCount);
            conversation.reply(request, Map.of("status", "aborted"), aborted);
        });
    }
}
