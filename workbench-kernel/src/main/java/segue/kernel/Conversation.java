package segue.kernel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import segue.kernel.wire.Message;
import segue.kernel.wire.MessageCodec;
import segue.kernel.wire.RouterSocket;

/** Answers requests on one channel: busy, the reply, idle. */
final class Conversation {
    private final RouterSocket socket;
    private final MessageCodec codec;
    private final IoPub iopub;

    Conversation(RouterSocket socket, MessageCodec codec, IoPub iopub) {
        this.socket = socket;
        this.codec = codec;
        this.iopub = iopub;
    }

    /** Works out the reply between busy and idle; a failure becomes an error reply. */
    void answer(Message request, Supplier<Map<String, Object>> content) {
        during(request, () -> {
            Map<String, Object> reply;
            try {
                reply = content.get();
            } catch (Throwable e) {
                reply = error(e.getClass().getSimpleName(), String.valueOf(e.getMessage()), List.of());
            }
            reply(request, Map.of(), reply);
        });
    }

    /** Does the work between busy and idle. */
    void during(Message request, Runnable work) {
        iopub.status(request.rawHeader(), "busy");
        try {
            work.run();
        } finally {
            iopub.status(request.rawHeader(), "idle");
        }
    }

    void reply(Message request, Map<String, ?> metadata, Map<String, ?> content) {
        socket.send(codec.encode(request.identities(), replyType(request), request.rawHeader(), metadata, content));
    }

    private static String replyType(Message request) {
        String type = request.type();
        return (type.endsWith("_request") ? type.substring(0, type.length() - "_request".length()) : type) + "_reply";
    }

    /** Content of a reply, {@code status} first. */
    static Map<String, Object> ok() {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("status", "ok");
        return content;
    }

    static Map<String, Object> error(String name, String message, List<String> traceback) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("status", "error");
        content.put("ename", name);
        content.put("evalue", message);
        content.put("traceback", traceback);
        return content;
    }
}
