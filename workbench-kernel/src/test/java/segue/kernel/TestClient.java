package segue.kernel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import segue.kernel.wire.Json;
import segue.kernel.wire.Message;
import segue.kernel.wire.MessageCodec;
import segue.kernel.wire.TestPeer;

/** A front end over real sockets. */
final class TestClient implements AutoCloseable {
    static final int PATIENCE_SECONDS = 15;

    private final MessageCodec codec;
    private final Map<String, TestPeer> peers = new LinkedHashMap<>();
    private final Map<String, BlockingQueue<Message>> inboxes = new LinkedHashMap<>();

    TestClient(Channels channels, String key, String identity) throws IOException {
        codec = new MessageCodec(key);
        join("shell", TestPeer.connect(channels.shell().address(), "DEALER", identity));
        join("control", TestPeer.connect(channels.control().address(), "DEALER", identity));
        join("stdin", TestPeer.connect(channels.stdin().address(), "DEALER", identity));
        TestPeer iopub = TestPeer.connect(channels.iopub().address(), "SUB", "");
        iopub.subscribe("");
        join("iopub", iopub);
    }

    private void join(String name, TestPeer peer) {
        BlockingQueue<Message> inbox = new LinkedBlockingQueue<>();
        peers.put(name, peer);
        inboxes.put(name, inbox);
        Thread.ofPlatform().daemon().start(() -> {
            try {
                while (true) {
                    inbox.add(codec.decode(peer.receive()));
                }
            } catch (IOException e) {
                // closed
            }
        });
    }

    /** Sends a request and gives the header that its answers carry as their parent. */
    Map<String, Object> send(String channel, String type, Map<String, ?> content) throws IOException {
        List<byte[]> frames = codec.encode(List.of(), type, null, Map.of(), content);
        peers.get(channel).send(frames);
        return Json.read(frames.get(2));
    }

    /** Sends an answer to the message with this header. */
    void send(String channel, String type, Map<String, ?> parent, Map<String, ?> content) throws IOException {
        peers.get(channel).send(codec.encode(List.of(), type, Json.write(parent), Map.of(), content));
    }

    Map<String, Object> execute(String code, Object... more) throws IOException {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("code", code);
        for (int i = 0; i < more.length; i += 2) {
            content.put((String) more[i], more[i + 1]);
        }
        return send("shell", "execute_request", content);
    }

    TestPeer peer(String channel) {
        return peers.get(channel);
    }

    /** Waits for the next message on a channel. */
    Message next(String channel) throws InterruptedException {
        Message message = inboxes.get(channel).poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (message == null) {
            throw new AssertionError("nothing came on " + channel + " for " + PATIENCE_SECONDS + " s");
        }
        return message;
    }

    boolean isSilent(String channel, long millis) throws InterruptedException {
        return inboxes.get(channel).poll(millis, TimeUnit.MILLISECONDS) == null;
    }

    /** Waits for the reply to a request. */
    Message reply(String channel, Map<String, Object> request) throws InterruptedException {
        while (true) {
            Message message = next(channel);
            if (message.parentHeader().equals(request)) {
                return message;
            }
        }
    }

    /** What iopub says on a request, up to and with its idle. */
    List<Message> story(Map<String, Object> request) throws InterruptedException {
        List<Message> story = new ArrayList<>();
        while (true) {
            Message message = next("iopub");
            if (message.parentHeader().equals(request)) {
                story.add(message);
                if (message.type().equals("status")
                        && message.text("execution_state", "").equals("idle")) {
                    return story;
                }
            }
        }
    }

    static String text(List<Message> story) {
        StringBuilder text = new StringBuilder();
        story.stream().filter(m -> m.type().equals("stream")).forEach(m -> text.append(m.text("text", "")));
        return text.toString();
    }

    static List<String> types(List<Message> story) {
        return story.stream()
                .map(m -> m.type().equals("status") ? m.text("execution_state", "") : m.type())
                .toList();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        for (TestPeer peer : peers.values()) {
            peer.close();
        }
    }
}
